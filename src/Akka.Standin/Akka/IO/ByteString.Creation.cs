using System.Text;

namespace Akka.IO;

public sealed partial class ByteString
{
    public static ByteString Empty { get; } = new([], 0, 0);

    public static ByteString CopyFrom(byte[] array) => CopyFrom(array, 0, array.Length);

    public static ByteString CopyFrom(ArraySegment<byte> buffer) => Owning(buffer.AsSpan().ToArray());

    public static ByteString CopyFrom(byte[] array, int offset, int count) => CopyFrom(new ArraySegment<byte>(array, offset, count));

    public static ByteString CopyFrom(Memory<byte> memory) => Owning(memory.ToArray());

    public static ByteString CopyFrom(Memory<byte> memory, int offset, int count) => CopyFrom(memory.Slice(offset, count));

    public static ByteString CopyFrom(Span<byte> span) => Owning(span.ToArray());

    public static ByteString CopyFrom(Span<byte> span, int offset, int count) => CopyFrom(span.Slice(offset, count));

    public static ByteString CopyFrom(IEnumerable<ArraySegment<byte>> buffers) => Owning(FromBytes(buffers).ToArray());

    /// <summary>Not copied: <paramref name="array"/> must not change from now on.</summary>
    public static ByteString FromBytes(byte[] array) => Owning(array);

    /// <inheritdoc cref="FromBytes(byte[])"/>
    public static ByteString FromBytes(ArraySegment<byte> buffer) =>
        buffer.Count == 0 ? Empty : new ByteString(buffer.Array!, buffer.Offset, buffer.Count);

    /// <inheritdoc cref="FromBytes(byte[])"/>
    public static ByteString FromBytes(byte[] array, int offset, int count) => FromBytes(new ArraySegment<byte>(array, offset, count));

    /// <summary>Neither copied nor joined: the parts are written with one gathered send.</summary>
    public static ByteString FromBytes(IEnumerable<ArraySegment<byte>> buffers) => Of([.. buffers.Where(part => part.Count > 0)]);

    public static ByteString FromString(string str) => FromString(str, Encoding.UTF8);

    public static ByteString FromString(string str, Encoding encoding) =>
        string.IsNullOrEmpty(str) ? Empty : Owning(encoding.GetBytes(str));

    private static ByteString Owning(byte[] array) => array.Length == 0 ? Empty : new ByteString(array, 0, array.Length);

    private static ByteString Of(ArraySegment<byte>[] parts) => parts.Length switch
    {
        0 => Empty,
        1 => FromBytes(parts[0]),
        _ => new ByteString(parts),
    };
}

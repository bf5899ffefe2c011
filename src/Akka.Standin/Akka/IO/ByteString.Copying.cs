using System.Text;

namespace Akka.IO;

public sealed partial class ByteString
{
    public byte[] ToArray()
    {
        if (IsCompact)
            return _first.AsSpan().ToArray();
        var copy = new byte[Count];
        Span<byte> target = copy;
        CopyTo(ref target);
        return copy;
    }

    /// <summary>Copies at most <paramref name="count"/> bytes, and says how many.</summary>
    public int CopyTo(byte[] buffer, int index, int count)
    {
        var target = buffer.AsSpan();
        return CopyTo(ref target, index, count);
    }

    public int CopyTo(ref Memory<byte> buffer) => CopyTo(ref buffer, 0, buffer.Length);

    public int CopyTo(ref Memory<byte> buffer, int index, int count)
    {
        var target = buffer.Span;
        return CopyTo(ref target, index, count);
    }

    public int CopyTo(ref Span<byte> buffer) => CopyTo(ref buffer, 0, buffer.Length);

    public int CopyTo(ref Span<byte> buffer, int index, int count)
    {
        var target = buffer.Slice(index, count);
        foreach (var part in Parts)
        {
            var fitting = part.AsSpan(0, Math.Min(part.Count, target.Length));
            fitting.CopyTo(target);
            target = target[fitting.Length..];
        }

        return count - target.Length;
    }

    public void WriteTo(Stream stream)
    {
        foreach (var part in Parts)
            stream.Write(part);
    }

    public override string ToString() => ToString(Encoding.UTF8);

    public string ToString(Encoding encoding) => encoding.GetString(IsCompact ? _first.AsSpan() : ToArray());

    public static explicit operator ByteString(byte[] bytes) => CopyFrom(bytes);

    public static explicit operator byte[](ByteString byteString) => byteString.ToArray();
}

using System.Collections;

namespace Akka.IO;

/// <summary>
/// A row of bytes that never changes, equal to any other of the same content. One made of several (<see cref="Concat"/>)
/// keeps them as they are, without copying.
/// </summary>
public sealed partial class ByteString : IEquatable<ByteString>, IEnumerable<byte>
{
    private readonly ArraySegment<byte> _first;
    private readonly ArraySegment<byte>[]? _parts; // null if there is but the first

    private ByteString(byte[] array, int offset, int count)
    {
        _first = new ArraySegment<byte>(array, offset, count);
        Count = count;
    }

    private ByteString(ArraySegment<byte>[] parts)
    {
        _first = parts[0];
        _parts = parts;
        foreach (var part in parts)
            Count = checked(Count + part.Count);
    }

    public int Count { get; }

    public bool IsEmpty => Count == 0;

    /// <summary>Whether the bytes lie in one piece.</summary>
    public bool IsCompact => _parts is null;

    internal ReadOnlySpan<ArraySegment<byte>> Parts => _parts is null ? new ReadOnlySpan<ArraySegment<byte>>(in _first) : _parts;

    internal IList<ArraySegment<byte>> PartList => _parts ?? [_first];

    public byte this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new IndexOutOfRangeException("Requested index is outside of the bounds of the ByteString");
            var part = PartAt(ref index);
            return Parts[part][index];
        }
    }

    public ByteString Compact() => IsCompact ? this : Owning(ToArray());

    public ByteString Concat(ByteString other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.IsEmpty ? this : IsEmpty ? other : new ByteString([.. Parts, .. other.Parts]);
    }

    public ByteString Slice(int index) => Slice(index, Count - index);

    public ByteString Slice(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
            return Empty;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - index);
        if (count == Count)
            return this;

        var part = PartAt(ref index);
        if (_parts is null || count <= _parts[part].Count - index)
            return FromBytes(Parts[part].Slice(index, count));

        var slices = new List<ArraySegment<byte>>();
        for (; count > 0; part++, index = 0)
        {
            var slice = _parts[part][index..];
            slices.Add(slice.Count > count ? slice[..count] : slice);
            count -= slice.Count;
        }

        return new ByteString([.. slices]);
    }

    public int IndexOf(byte b) => IndexOf(b, 0);

    public int IndexOf(byte b, int from)
    {
        var start = 0;
        foreach (var part in Parts)
        {
            var skip = Math.Max(from - start, 0);
            if (skip < part.Count && part.AsSpan(skip).IndexOf(b) is >= 0 and var at)
                return start + skip + at;
            start += part.Count;
        }

        return -1;
    }

    /// <summary>Whether <paramref name="other"/> stands at <paramref name="index"/>.</summary>
    public bool HasSubstring(ByteString other, int index) =>
        index >= 0 && other.Count <= Count - index && Slice(index, other.Count).Equals(other);

    public bool Equals(ByteString? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || Count != other.Count)
            return false;
        if (other.IsCompact)
            return SameAs(other._first);
        return IsCompact ? other.SameAs(_first) : SameAs(other.ToArray());
    }

    public override bool Equals(object? obj) => Equals(obj as ByteString);

    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var part in Parts)
        {
            foreach (var b in part.AsSpan())
                hash = (hash * 31) + b;
        }

        return hash;
    }

    public IEnumerator<byte> GetEnumerator()
    {
        for (var part = 0; part < Parts.Length; part++)
        {
            for (var i = 0; i < Parts[part].Count; i++)
                yield return Parts[part][i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static bool operator ==(ByteString? x, ByteString? y) => Equals(x, y);

    public static bool operator !=(ByteString? x, ByteString? y) => !Equals(x, y);

    public static ByteString operator +(ByteString x, ByteString y) => x.Concat(y);

    /// <summary>The part that <paramref name="index"/> lies in, and where in it.</summary>
    private int PartAt(ref int index)
    {
        var part = 0;
        for (; index >= Parts[part].Count; part++)
            index -= Parts[part].Count;
        return part;
    }

    private bool SameAs(ReadOnlySpan<byte> bytes)
    {
        foreach (var part in Parts)
        {
            if (!bytes.StartsWith(part))
                return false;
            bytes = bytes[part.Count..];
        }

        return true;
    }
}

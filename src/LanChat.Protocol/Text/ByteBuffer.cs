namespace LanChat.Protocol.Text;

/// <summary>A growing buffer for an unfinished message; uses no memory while empty.</summary>
/// <param name="expected">The usual maximum size: the buffer doubles up to this many bytes.</param>
internal sealed class ByteBuffer(int expected)
{
    private byte[] _bytes = [];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Count);

    public void Add(ReadOnlySpan<byte> piece)
    {
        var count = Count + piece.Length;
        if (_bytes.Length < count) Array.Resize(ref _bytes, Math.Max(count, Math.Min(2 * Count, expected)));
        piece.CopyTo(_bytes.AsSpan(Count));
        Count = count;
    }

    /// <summary>Returns the bytes and empties the buffer.</summary>
    public ReadOnlySpan<byte> Release()
    {
        var all = Span;
        (_bytes, Count) = ([], 0);
        return all;
    }
}

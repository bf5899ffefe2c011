namespace LanChat.Protocol.Text;

/// <summary>The bytes of something unfinished. Takes no memory while there is nothing.</summary>
/// <param name="expected">
/// How many there will be at most, if all goes well: memory grows by doubling up to there.
/// </param>
internal sealed class HeldBytes(int expected)
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

    /// <summary>Gives them away.</summary>
    public ReadOnlySpan<byte> Release()
    {
        var all = Span;
        (_bytes, Count) = ([], 0);
        return all;
    }
}

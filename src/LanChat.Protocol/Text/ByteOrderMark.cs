namespace LanChat.Protocol.Text;

/// <summary>
/// Skips the UTF-8 byte order mark at the start of a stream, even if it arrives in several reads.
/// </summary>
internal struct ByteOrderMark
{
    private int _seen;
    private bool _isOver;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The state after the start of the stream: skips nothing.</summary>
    public static ByteOrderMark Passed => new() { _isOver = true };

    /// <summary>Whether an incomplete mark is buffered.</summary>
    public readonly bool IsCut => !_isOver && _seen > 0;

    /// <summary>Ends the stream.</summary>
    /// <returns>The buffered start of a mark, which is text after all.</returns>
    public ReadOnlySpan<byte> Release()
    {
        if (_isOver) return [];
        _isOver = true;
        return Mark[.._seen];
    }

    /// <summary>Skips the bytes of the mark.</summary>
    /// <returns>
    /// Buffered bytes that turn out to be text, before the rest of <paramref name="bytes"/>.
    /// </returns>
    public ReadOnlySpan<byte> Skip(ref ReadOnlySpan<byte> bytes)
    {
        if (_isOver) return [];
        while (_seen < Mark.Length && bytes.Length > 0 && bytes[0] == Mark[_seen])
        {
            bytes = bytes[1..];
            _seen++;
        }

        if (_seen < Mark.Length && bytes.IsEmpty) return [];
        _isOver = true;
        return _seen == Mark.Length ? [] : Mark[.._seen];
    }
}

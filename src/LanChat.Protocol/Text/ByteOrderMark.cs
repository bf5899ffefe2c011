namespace LanChat.Protocol.Text;

/// <summary>
/// Passes over the mark of byte order that some programs put before their text in UTF-8, however it
/// is cut.
/// </summary>
internal struct ByteOrderMark
{
    private int _seen;
    private bool _isOver;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>One that is passed, so that none is looked for.</summary>
    public static ByteOrderMark Passed => new() { _isOver = true };

    /// <summary>Whether what may be its beginning waits for the rest.</summary>
    public readonly bool IsCut => !_isOver && _seen > 0;

    /// <summary>Nothing follows.</summary>
    /// <returns>What looked like the beginning of the mark until then.</returns>
    public ReadOnlySpan<byte> Release()
    {
        if (_isOver) return [];
        _isOver = true;
        return Mark[.._seen];
    }

    /// <summary>Takes what belongs to the mark, or may.</summary>
    /// <returns>What was taken for the mark before and was none.</returns>
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

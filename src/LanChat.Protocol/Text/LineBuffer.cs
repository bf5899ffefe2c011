namespace LanChat.Protocol.Text;

/// <summary>
/// Splits bytes into lines. A line ends in <c>\n</c>, in <c>\r\n</c>, or in <c>\r</c> and NUL as
/// telnet sends it. Buffers an unfinished line; uses no memory between lines.
/// </summary>
internal sealed class LineBuffer(int longest)
{
    private readonly ByteBuffer _buffer = new(longest);

    public enum Outcome
    {
        Unfinished,
        Line,
        TooLong,
    }

    /// <summary>The buffered part of the unfinished line.</summary>
    public ReadOnlySpan<byte> Held => _buffer.Span;

    /// <summary>
    /// Reads up to the end of a line; <paramref name="line"/> is valid until the next call.
    /// Discards the buffered part of a line that is too long.
    /// </summary>
    public Outcome Read(scoped ref ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> line)
    {
        line = default;
        var end = EndIn(bytes);
        var piece = end < 0 ? bytes : bytes[..end];
        var excess = _buffer.Count + piece.Length - longest;
        if (excess > 1 || (excess == 1 && (piece.IsEmpty ? Held : piece) is not [.., (byte)'\r']))
        {
            Release();
            return Outcome.TooLong;
        }

        bytes = bytes[(end < 0 ? piece.Length : end + 1)..];
        if (end < 0)
        {
            _buffer.Add(piece);
            return Outcome.Unfinished;
        }

        if (_buffer.Count > 0)
        {
            _buffer.Add(piece);
            line = Release();
        }
        else
        {
            line = WithoutReturn(piece);
        }

        return Outcome.Line;
    }

    /// <summary>
    /// Returns the unfinished line as if its line end had come; the next line starts empty.
    /// </summary>
    public ReadOnlySpan<byte> Release() => WithoutReturn(_buffer.Release());

    private int EndIn(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; bytes[from..].IndexOfAny((byte)'\n', (byte)0) is >= 0 and var at; from += at + 1)
        {
            var end = from + at;
            if (bytes[end] == '\n' || (end > 0 ? bytes[end - 1] : Held is [.., var last] ? last : 0) == '\r')
                return end;
        }

        return -1;
    }

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) =>
        line is [.., (byte)'\r'] ? line[..^1] : line;
}

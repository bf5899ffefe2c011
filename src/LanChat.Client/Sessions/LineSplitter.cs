using System.Buffers;

namespace LanChat.Client.Sessions;

/// <summary>
/// Splits received bytes into lines that end in <c>\n</c>, drops a <c>\r</c> before it, and buffers
/// the incomplete line.
/// </summary>
/// <param name="maxBytes">Maximum length of a line, without its terminator.</param>
internal sealed class LineSplitter(int maxBytes)
{
    private readonly ArrayBufferWriter<byte> _partial = new();
    private bool _skipping;

    /// <summary>
    /// One line. A line over the limit is reported once, without bytes, as soon as it exceeds the
    /// limit; the rest of it is skipped.
    /// </summary>
    public readonly record struct Line(ReadOnlyMemory<byte> Bytes, bool TooLong);

    /// <summary>
    /// Lines that end in this chunk. Enumerate all of them; each is valid until the next one is
    /// read.
    /// </summary>
    public IEnumerable<Line> Add(ReadOnlyMemory<byte> chunk)
    {
        while (!chunk.IsEmpty)
        {
            var end = chunk.Span.IndexOf((byte)'\n');
            var part = end < 0 ? chunk : chunk[..end];
            chunk = end < 0 ? default : chunk[(end + 1)..];

            if (!_skipping && _partial.WrittenCount + part.Length > maxBytes + 1)
            {
                _skipping = true;
                _partial.ResetWrittenCount();
                yield return new Line(default, TooLong: true);
            }

            if (!_skipping && (end < 0 || _partial.WrittenCount > 0)) _partial.Write(part.Span);
            if (end < 0) break;
            if (!_skipping) yield return Complete(_partial.WrittenCount > 0 ? _partial.WrittenMemory : part);
            _skipping = false;
            _partial.ResetWrittenCount();
        }
    }

    /// <summary>Returns the last line, if the input did not end in a line break.</summary>
    public Line? End() => _partial.WrittenCount > 0 ? Complete(_partial.WrittenMemory) : null;

    private Line Complete(ReadOnlyMemory<byte> line)
    {
        if (line.Span is [.., (byte)'\r']) line = line[..^1];
        return line.Length > maxBytes ? new Line(default, TooLong: true) : new Line(line, TooLong: false);
    }
}

using System.Buffers;

namespace LanChat.Client.Sessions;

/// <summary>
/// Cuts what arrives into lines that end in <c>\n</c> (a <c>\r</c> before it is dropped), and holds
/// the unfinished one.
/// </summary>
/// <param name="longest">The most bytes of a line, without its end.</param>
internal sealed class LineCutter(int longest)
{
    private readonly ArrayBufferWriter<byte> _held = new();
    private bool _skipping;

    /// <summary>
    /// One line; one that is too long is told as soon as it is, with no bytes, and its rest is
    /// skipped.
    /// </summary>
    public readonly record struct Cut(ReadOnlyMemory<byte> Bytes, bool TooLong);

    /// <summary>
    /// The lines that end in this chunk. Each is valid until the next one is asked for; ask for
    /// all.
    /// </summary>
    public IEnumerable<Cut> Add(ReadOnlyMemory<byte> chunk)
    {
        while (!chunk.IsEmpty)
        {
            var end = chunk.Span.IndexOf((byte)'\n');
            var piece = end < 0 ? chunk : chunk[..end];
            chunk = end < 0 ? default : chunk[(end + 1)..];

            if (!_skipping && _held.WrittenCount + piece.Length > longest + 1)
            {
                _skipping = true;
                _held.ResetWrittenCount();
                yield return new Cut(default, TooLong: true);
            }

            if (!_skipping && (end < 0 || _held.WrittenCount > 0)) _held.Write(piece.Span);
            if (end < 0) break;
            if (!_skipping) yield return Whole(_held.WrittenCount > 0 ? _held.WrittenMemory : piece);
            _skipping = false;
            _held.ResetWrittenCount();
        }
    }

    /// <summary>Nothing more will come: what is held is the last line, if there is any.</summary>
    public Cut? End() => _held.WrittenCount > 0 ? Whole(_held.WrittenMemory) : null;

    private Cut Whole(ReadOnlyMemory<byte> line)
    {
        if (line.Span is [.., (byte)'\r']) line = line[..^1];
        return line.Length > longest ? new Cut(default, TooLong: true) : new Cut(line, TooLong: false);
    }
}

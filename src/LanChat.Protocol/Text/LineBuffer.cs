namespace LanChat.Protocol.Text;

/// <summary>
/// Cuts what arrives into lines that end in <c>\n</c> (a <c>\r</c> before it is dropped), holding the unfinished one, and nothing between lines.
/// </summary>
internal sealed class LineBuffer(int longest)
{
    private byte[] _held = [];
    private int _count;

    public enum Outcome
    {
        Unfinished,
        Line,
        TooLong,
    }

    /// <summary>What has arrived of the unfinished line.</summary>
    public ReadOnlySpan<byte> Held => _held.AsSpan(0, _count);

    /// <summary>Takes one line; <paramref name="line"/> is valid until the next call.</summary>
    public Outcome Take(ref ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> line)
    {
        line = default;
        var end = bytes.IndexOf((byte)'\n');
        var piece = end < 0 ? bytes : bytes[..end];
        if (_count + piece.Length > longest + 1) return Outcome.TooLong;

        bytes = bytes[(end < 0 ? piece.Length : end + 1)..];
        if (end < 0)
        {
            Hold(piece);
            return Outcome.Unfinished;
        }

        if (_count > 0)
        {
            Hold(piece);
            piece = Release();
        }

        line = piece is [.., (byte)'\r'] ? piece[..^1] : piece;
        return line.Length > longest ? Outcome.TooLong : Outcome.Line;
    }

    /// <summary>Gives away what is held; the next line begins anew.</summary>
    public ReadOnlySpan<byte> Release()
    {
        var all = _held.AsSpan(0, _count);
        (_held, _count) = ([], 0);
        return all;
    }

    public void Hold(ReadOnlySpan<byte> piece)
    {
        if (_held.Length < _count + piece.Length) Array.Resize(ref _held, Math.Max(_count + piece.Length, Math.Min(2 * _held.Length, longest + 1)));
        piece.CopyTo(_held.AsSpan(_count));
        _count += piece.Length;
    }
}

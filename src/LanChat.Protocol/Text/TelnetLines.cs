namespace LanChat.Protocol.Text;

/// <summary>Splits bytes into lines, and declines telnet options among them.</summary>
/// <param name="longest">The maximum length of a line in bytes.</param>
/// <param name="mayBeTelnet">
/// Whether to filter telnet commands; if false, 255 is an ordinary byte.
/// </param>
internal sealed class TelnetLines(int longest, bool mayBeTelnet = true)
{
    private readonly LineBuffer _line = new(longest);
    private Telnet _telnet;

    /// <inheritdoc cref="LineBuffer.Held"/>
    public ReadOnlySpan<byte> Held => _line.Held;

    /// <summary>
    /// Reads up to the end of a line, or up to a telnet command that needs an
    /// <paramref name="answer"/>. The <paramref name="line"/> is valid until the next call.
    /// </summary>
    public LineBuffer.Outcome Read(
        scoped ref ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> line, out ClientMessage.Declined? answer)
    {
        line = default;
        answer = null;
        while (bytes.Length > 0 && answer is null)
        {
            var text = mayBeTelnet ? _telnet.TextIn(bytes) : bytes;
            var count = text.Length;
            if (count == 0)
            {
                answer = _telnet.Skip(ref bytes);
                continue;
            }

            var outcome = _line.Read(ref text, out line);
            bytes = bytes[(count - text.Length)..];
            if (outcome != LineBuffer.Outcome.Unfinished) return outcome;
        }

        return LineBuffer.Outcome.Unfinished;
    }

    /// <inheritdoc cref="LineBuffer.Release"/>
    public ReadOnlySpan<byte> Release() => _line.Release();
}

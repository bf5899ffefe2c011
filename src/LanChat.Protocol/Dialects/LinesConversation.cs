using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>Decodes one message per line; ignores empty lines.</summary>
internal abstract class LinesConversation(WireLimits limits, bool mayBeTelnet = true) : Conversation
{
    private readonly TelnetLines _lines = new(limits.Line, mayBeTelnet);

    protected override ClientMessage? Decode(ref ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var outcome = _lines.Read(ref bytes, out var line, out var answer);
            if (answer is not null) return answer;
            if (outcome == LineBuffer.Outcome.TooLong) return new ClientMessage.Invalid(Refusal.LineTooLong);
            if (line.Length > 0 && DecodeLine(line) is { } message) return message;
        }

        return null;
    }

    protected override ClientMessage? DecodeRest() =>
        _lines.Release() is { IsEmpty: false } rest ? DecodeLine(rest) : null;

    /// <summary>Decodes one line; returns null if it contains no message.</summary>
    protected abstract ClientMessage? DecodeLine(ReadOnlySpan<byte> line);
}

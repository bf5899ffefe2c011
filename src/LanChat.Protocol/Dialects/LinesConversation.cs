using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>Listens to a client that ends each message with a line end; empty lines are ignored.</summary>
internal abstract class LinesConversation(WireLimits limits) : Conversation
{
    private readonly LineBuffer _line = new(limits.Line);
    private Telnet _telnet;

    /// <summary>Whether the client may be telnet; other bytes that are no text are refused as such.</summary>
    protected virtual bool MayBeTelnet => true;

    protected override ClientMessage? Take(ref ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var text = MayBeTelnet ? _telnet.TextIn(bytes) : bytes;
            var count = text.Length;
            if (count == 0)
            {
                if (_telnet.Skip(ref bytes) is { } answer) return answer;
                continue;
            }

            var outcome = _line.Take(ref text, out var line);
            bytes = bytes[(count - text.Length)..];
            if (outcome == LineBuffer.Outcome.TooLong) return new ClientMessage.Bad(Refusal.LineTooLong);
            if (line.Length > 0 && Decode(line) is { } message) return message;
        }

        return null;
    }

    protected override ClientMessage? TakeHeld() => _line.Release() is { IsEmpty: false } rest ? Decode(rest) : null;

    /// <summary>What a line says; null when it says nothing.</summary>
    protected abstract ClientMessage? Decode(ReadOnlySpan<byte> line);
}

using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Every line is a message; empty lines are ignored. What follows the last line end counts when the client ends.</summary>
internal sealed class LineMode(WireLimits limits) : IConversation
{
    private readonly LineBuffer _line = new(limits.Line);

    public IEncoder Encoder => JsonEncoder.Line;

    public TimeSpan? Patience => null;

    public bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message)
    {
        message = null;
        while (message is null && bytes.Length > 0)
        {
            switch (_line.Take(ref bytes, out var line))
            {
                case LineBuffer.Outcome.TooLong:
                    message = new ClientMessage.Bad(Refusal.LineTooLong);
                    break;
                case LineBuffer.Outcome.Line when line.Length > 0:
                    message = Decode(line);
                    break;
            }
        }

        return message is not null;
    }

    public ClientMessage? Quiet() => null;

    public ClientMessage? End() => _line.Release() is { IsEmpty: false } line ? Decode(line) : null;

    private static ClientMessage Decode(ReadOnlySpan<byte> line) =>
        WireText.TryDecode(line, out var text) ? new ClientMessage.Say(text) : new ClientMessage.Bad(Refusal.NotText);
}

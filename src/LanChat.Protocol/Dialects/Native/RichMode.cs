using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Every line is a JSON object that asks for one thing; empty lines are ignored. A line cut off by the end is dropped.</summary>
internal sealed class RichMode(WireLimits limits) : IConversation
{
    private readonly LineBuffer _line = new(limits.Line);

    public IEncoder Encoder => JsonEncoder.Rich;

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
                    message = RichRequest.Read(line);
                    break;
            }
        }

        return message is not null;
    }

    public ClientMessage? Quiet() => null;

    public ClientMessage? End() => null;
}

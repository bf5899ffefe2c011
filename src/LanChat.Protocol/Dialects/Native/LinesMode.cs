using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Listens to a client that ends each message with a line end; empty lines are ignored.</summary>
internal abstract class LinesMode(WireLimits limits) : IConversation
{
    private readonly LineBuffer _line = new(limits.Line);

    public abstract IEncoder Encoder { get; }

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

    public ClientMessage? End() => _line.Release() is { IsEmpty: false } rest ? DecodeRest(rest) : null;

    /// <summary>What a line says.</summary>
    protected abstract ClientMessage Decode(ReadOnlySpan<byte> line);

    /// <summary>What stood after the last line end when the client ended, if that counts.</summary>
    protected abstract ClientMessage? DecodeRest(ReadOnlySpan<byte> rest);
}

using System.Diagnostics.CodeAnalysis;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Listens to the greeting, then in the mode it decided; deaf once the client has broken the rules.</summary>
internal sealed class NativeConversation(WireLimits limits) : IConversation
{
    private IConversation _stage = new Greeting(limits);
    private bool _deaf;

    public IEncoder Encoder => _stage.Encoder;

    public TimeSpan? Patience => _stage.Patience;

    public bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message)
    {
        message = null;
        if (_deaf) bytes = default;
        return bytes.Length > 0 && _stage.TryRead(ref bytes, out message) && Follow(message);
    }

    public ClientMessage? Quiet() => Followed(_stage.Quiet());

    public ClientMessage? End() => Followed(_stage.End());

    private ClientMessage? Followed(ClientMessage? message)
    {
        if (message is not null) Follow(message);
        return message;
    }

    private bool Follow(ClientMessage message)
    {
        _deaf = message is ClientMessage.Bad { Reason.Closes: true };
        if (_stage is Greeting { Next: { } next }) _stage = next;
        return true;
    }
}

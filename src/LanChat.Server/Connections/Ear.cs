using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Connections;

/// <summary>
/// Listens to one client, and can pause in the middle of what one read returned: a name is asked for, and what follows it means something else
/// once the room has answered. Deaf once the client has broken the rules.
/// </summary>
internal sealed class Ear(IConversation conversation)
{
    private byte[] _rest = [];
    private bool _deaf;

    public bool IsPaused { get; private set; }

    public IConversation Conversation => conversation;

    /// <summary>Understands what arrived, message by message, until it is paused.</summary>
    public void Hear(ReadOnlySpan<byte> bytes, Action<ClientMessage> take)
    {
        while (!IsPaused && !_deaf && conversation.TryRead(ref bytes, out var message))
        {
            _deaf = message is ClientMessage.Bad { Reason.Closes: true };
            take(message);
        }

        if (IsPaused) _rest = [.. _rest, .. bytes];
    }

    public void Pause() => IsPaused = true;

    /// <summary>Goes on with what is left.</summary>
    public void Resume(Action<ClientMessage> take)
    {
        if (!IsPaused) return;
        IsPaused = false;
        var rest = _rest;
        _rest = [];
        Hear(rest, take);
    }
}

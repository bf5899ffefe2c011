namespace LanChat.Protocol;

/// <summary>What a client said, whatever its dialect.</summary>
public abstract record ClientMessage
{
    private ClientMessage()
    {
    }

    /// <summary>Let me in, by this name; the name is not checked yet.</summary>
    public sealed record Enter(string Nickname) : ClientMessage;

    /// <summary>Say this to everyone.</summary>
    public sealed record Say(string Text) : ClientMessage;

    /// <summary>I am here: the answer to <see cref="RoomEvent.Pinged"/>.</summary>
    public sealed record Pong(long Number) : ClientMessage;

    /// <summary>Not understood, or more than allowed. When the reason closes, nothing that follows is read.</summary>
    public sealed record Bad(Refusal Reason) : ClientMessage;
}

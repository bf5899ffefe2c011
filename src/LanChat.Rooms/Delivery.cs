using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>What is to be told to whom.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>Events for everyone who has joined.</summary>
    public sealed record Broadcast(IReadOnlyList<RoomEvent> Events) : Delivery;

    /// <summary>Events for some sessions.</summary>
    public sealed record Reply(IReadOnlyList<SessionId> Sessions, IReadOnlyList<RoomEvent> Events) : Delivery;

    /// <summary>Somebody has joined; every broadcast from here on is for them, too.</summary>
    /// <param name="Session">Who.</param>
    /// <param name="You">The nickname the room gave.</param>
    /// <param name="IsOwner">Whether it is registered to the key that was proven.</param>
    /// <param name="Entrance">
    /// What is shown first; the same object for all newcomers of one turn.
    /// </param>
    public sealed record Joined(SessionId Session, Member You, bool IsOwner, Entrance Entrance) : Delivery;

    /// <summary>Somebody may not join.</summary>
    public sealed record JoinRejected(SessionId Session, Refusal Reason) : Delivery;

    /// <summary>Somebody who asked to leave has left; nothing more is for them.</summary>
    public sealed record Left(SessionId Session) : Delivery;

    /// <summary>The room sends somebody away; nothing more is for them.</summary>
    public sealed record Disconnected(SessionId Session, Refusal Reason) : Delivery;

    /// <summary>From here on group messages are, or are not, for somebody.</summary>
    public sealed record GroupMessages(SessionId Session, bool AreOff) : Delivery;

    /// <summary>A question about the history, which whoever keeps the history answers.</summary>
    public sealed record Lookup(SessionId Session, ClientMessage Question) : Delivery;

    /// <summary>Everyone, or the addressee, was told of an uploaded file.</summary>
    /// <param name="Upload">The number it was handed in by.</param>
    /// <param name="Address">
    /// The IP address of the one person it was for; null when it was for everyone.
    /// </param>
    public sealed record UploadShared(long Upload, string? Address) : Delivery;

    /// <summary>Nobody was told of an uploaded file.</summary>
    public sealed record UploadRefused(long Upload, Refusal Reason) : Delivery;
}

using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>One thing to send to sessions.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>Events for every member.</summary>
    public sealed record Broadcast(IReadOnlyList<RoomEvent> Events) : Delivery;

    /// <summary>Events for some sessions.</summary>
    public sealed record Reply(IReadOnlyList<SessionId> Sessions, IReadOnlyList<RoomEvent> Events) : Delivery;

    /// <summary>The session becomes a member; later broadcasts are sent to it too.</summary>
    /// <param name="Session">The new member's session.</param>
    /// <param name="You">The nickname the room assigned.</param>
    /// <param name="IsOwner">Whether the nickname is registered to the member's device key.</param>
    /// <param name="Entrance">
    /// The first events to send; one shared object for all newcomers of a batch.
    /// </param>
    public sealed record Joined(SessionId Session, Member You, bool IsOwner, Entrance Entrance) : Delivery
    {
        /// <summary>Whether the member has an account.</summary>
        public bool HasAccount { get; init; }

        /// <summary>Whether the member was here by another session already.</summary>
        public bool IsBeside { get; init; }
    }

    /// <summary>The room refuses a join request.</summary>
    public sealed record JoinRejected(SessionId Session, Refusal Reason) : Delivery;

    /// <summary>The session has left on its own request; nothing more is sent to it.</summary>
    public sealed record Left(SessionId Session) : Delivery;

    /// <summary>The room disconnects the session; nothing more is sent to it.</summary>
    public sealed record Disconnected(SessionId Session, Refusal Reason) : Delivery;

    /// <summary>Turns broadcast of member messages off or on for one session.</summary>
    public sealed record GroupMessages(SessionId Session, bool AreOff) : Delivery;

    /// <summary>
    /// A request for a history page or a search, to be answered from the history.
    /// </summary>
    /// <param name="Session">Who asked.</param>
    /// <param name="Request">The request.</param>
    /// <param name="After">Older messages, and this one, are not for them; 0: all are.</param>
    public sealed record Search(SessionId Session, ClientMessage Request, long After) : Delivery;

    /// <summary>
    /// A message to be read from the history for a request; <see cref="Room.HandleRead"/> goes on.
    /// </summary>
    /// <param name="Number">The number of the request.</param>
    /// <param name="Id">The message.</param>
    public sealed record ReadMessage(long Number, long Id) : Delivery;

    /// <summary>A message with this file was taken back: its link must not work any more.</summary>
    public sealed record FileRecalled(ChatFile File) : Delivery;

    /// <summary>An uploaded file was published, or delivered to its one recipient.</summary>
    /// <param name="Upload">
    /// The number of the upload (<see cref="LanChat.Rooms.Upload.Number"/>).
    /// </param>
    /// <param name="Addresses">
    /// The IP addresses of the one recipient and of the sender; empty if the file is for everyone.
    /// </param>
    public sealed record UploadShared(long Upload, IReadOnlyList<string> Addresses) : Delivery;

    /// <summary>An uploaded file was refused.</summary>
    public sealed record UploadRefused(long Upload, Refusal Reason) : Delivery;
}

namespace LanChat.Protocol;

/// <summary>
/// A message of the room itself, as fields. <see cref="Dialects.RoomSentences"/> words it for older
/// dialects; newer clients word it in their user's language.
/// </summary>
public abstract record SystemMessage
{
    private const string StoreUnavailableEvent = "store-unavailable";
    private const string StoreRecoveredEvent = "store-recovered";

    private SystemMessage()
    {
    }

    /// <summary>The kind of the message.</summary>
    public abstract MessageKind Kind { get; }

    /// <summary>All of it as fields.</summary>
    public abstract SystemFields Fields { get; }

    /// <summary>Makes a system message of its fields.</summary>
    /// <returns>The message; null if the event is unknown or a field is missing.</returns>
    public static SystemMessage? Of(MessageKind kind, SystemFields fields) => (kind, fields) switch
    {
        (MessageKind.Joined, { About: { } member }) => new Joined(member),
        (MessageKind.Left, { About: { } member }) => new Left(member),
        (MessageKind.Renamed, { About: { } member, Was: { } was }) => new Renamed(member, was),
        (MessageKind.Room, { Event: StoreUnavailableEvent }) => new StoreUnavailable(),
        (MessageKind.Room, { Event: StoreRecoveredEvent, Lost: >= 0 and var lost }) => new StoreRecovered(lost),
        _ => null,
    };

    /// <summary>A member joined.</summary>
    public sealed record Joined(Member Member) : SystemMessage
    {
        /// <inheritdoc/>
        public override MessageKind Kind => MessageKind.Joined;

        /// <inheritdoc/>
        public override SystemFields Fields => new(Member);
    }

    /// <summary>A member left.</summary>
    public sealed record Left(Member Member) : SystemMessage
    {
        /// <inheritdoc/>
        public override MessageKind Kind => MessageKind.Left;

        /// <inheritdoc/>
        public override SystemFields Fields => new(Member);
    }

    /// <summary>A member was renamed.</summary>
    /// <param name="Member">The member, by the new nickname.</param>
    /// <param name="Was">The nickname before.</param>
    public sealed record Renamed(Member Member, string Was) : SystemMessage
    {
        /// <inheritdoc/>
        public override MessageKind Kind => MessageKind.Renamed;

        /// <inheritdoc/>
        public override SystemFields Fields => new(Member, Was);
    }

    /// <summary>The history cannot be written for now; it is kept in memory.</summary>
    public sealed record StoreUnavailable : SystemMessage
    {
        /// <inheritdoc/>
        public override MessageKind Kind => MessageKind.Room;

        /// <inheritdoc/>
        public override SystemFields Fields => new(Event: StoreUnavailableEvent);
    }

    /// <summary>The history can be written again.</summary>
    /// <param name="Lost">The number of lost messages.</param>
    public sealed record StoreRecovered(long Lost) : SystemMessage
    {
        /// <inheritdoc/>
        public override MessageKind Kind => MessageKind.Room;

        /// <inheritdoc/>
        public override SystemFields Fields => new(Event: StoreRecoveredEvent, Lost: Lost);
    }
}

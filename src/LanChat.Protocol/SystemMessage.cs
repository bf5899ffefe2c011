namespace LanChat.Protocol;

/// <summary>
/// What the room itself says, as fields. The older dialects word it
/// (<see cref="Dialects.RoomSentences"/>), newer clients do so in their user's language.
/// </summary>
public abstract record SystemMessage
{
    private const string StoreUnavailableCode = "store-unavailable";
    private const string StoreRecoveredCode = "store-recovered";

    private SystemMessage()
    {
    }

    /// <summary>The kind of message it is.</summary>
    public abstract MessageKind Kind { get; }

    /// <summary>
    /// Stable name of what happened, where the kind does not say it; lower case with hyphens.
    /// </summary>
    public virtual string? Code => null;

    /// <summary>What a <see cref="Code"/> stands for; null for one that is not known.</summary>
    public static SystemMessage? OfRoom(string? code, long? lost) => code switch
    {
        StoreUnavailableCode => new StoreUnavailable(),
        StoreRecoveredCode when lost >= 0 => new StoreRecovered(lost.Value),
        _ => null,
    };

    /// <summary>Somebody joined.</summary>
    public sealed record Joined(Member Member) : SystemMessage
    {
        /// <inheritdoc/>
        public override MessageKind Kind => MessageKind.Joined;
    }

    /// <summary>Somebody left.</summary>
    public sealed record Left(Member Member) : SystemMessage
    {
        /// <inheritdoc/>
        public override MessageKind Kind => MessageKind.Left;
    }

    /// <summary>Somebody was renamed.</summary>
    /// <param name="Member">Who, by the new nickname.</param>
    /// <param name="Was">The nickname before.</param>
    public sealed record Renamed(Member Member, string Was) : SystemMessage
    {
        /// <inheritdoc/>
        public override MessageKind Kind => MessageKind.Renamed;
    }

    /// <summary>The history can't be written for now, and is held in memory.</summary>
    public sealed record StoreUnavailable : SystemMessage
    {
        /// <inheritdoc/>
        public override MessageKind Kind => MessageKind.Room;

        /// <inheritdoc/>
        public override string Code => StoreUnavailableCode;
    }

    /// <summary>The history is written again.</summary>
    /// <param name="Lost">How many messages it has lost.</param>
    public sealed record StoreRecovered(long Lost) : SystemMessage
    {
        /// <inheritdoc/>
        public override MessageKind Kind => MessageKind.Room;

        /// <inheritdoc/>
        public override string Code => StoreRecoveredCode;
    }
}

using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.History;

/// <summary>Messages between a room and its history.</summary>
internal static class HistoryProtocol
{
    /// <summary>
    /// Persists a batch. Answered with <see cref="Persisted"/> of the same number when the room may
    /// deliver it.
    /// </summary>
    public sealed record Persist(long Number, IReadOnlyList<ChatMessage> Messages)
    {
        /// <summary>The registry changes to persist.</summary>
        public IReadOnlyList<RegistryChange> Changes { get; init; } = [];

        /// <summary>The request for the messages and changes of an outcome.</summary>
        public static Persist Of(Outcome outcome, long number) =>
            new(number, outcome.Messages) { Changes = outcome.Changes };

        public bool IsEmpty => Messages.Count == 0 && Changes.Count == 0;
    }

    /// <summary>
    /// The batch is on the disk, or queued, depending on the durability; or the store failed and
    /// the batch is held in memory.
    /// </summary>
    public sealed record Persisted(long Number);

    /// <summary>
    /// Reads the messages after an id. Answered with <see cref="MessagesRead"/> of the same number,
    /// which includes everything persisted before.
    /// </summary>
    /// <param name="Number">Identifies the request.</param>
    /// <param name="After">The message before the first one to read.</param>
    /// <param name="Limit">The maximum number of messages; the newest are returned.</param>
    public sealed record ReadSince(long Number, long After, int Limit);

    /// <summary>The messages, oldest first.</summary>
    public sealed record MessagesRead(long Number, IReadOnlyList<ChatMessage> Messages);

    /// <summary>
    /// The store cannot be written; sent before the <see cref="Persisted"/> of the first batch that
    /// is affected.
    /// </summary>
    public sealed record StoreUnavailable(string Reason);

    /// <summary>
    /// The store is written again, including everything held in memory, except the lost messages
    /// that exceeded the limit.
    /// </summary>
    public sealed record StoreRecovered(int Lost);

    /// <summary>Writes everything and stops; answered with <see cref="Closed"/>.</summary>
    public sealed record Close
    {
        public static readonly Close Instance = new();
    }

    /// <summary>Everything that could be written is written.</summary>
    public sealed record Closed
    {
        public static readonly Closed Instance = new();
    }
}

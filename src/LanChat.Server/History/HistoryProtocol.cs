using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.History;

/// <summary>What a room and its history tell each other.</summary>
internal static class HistoryProtocol
{
    /// <summary>
    /// Keep what was said in one turn. Answered with <see cref="Kept"/> of the same number when the
    /// room may go on.
    /// </summary>
    public sealed record Keep(long Number, IReadOnlyList<ChatMessage> Said)
    {
        /// <summary>What is to be kept beside it.</summary>
        public IReadOnlyList<RegistryChange> Changes { get; init; } = [];

        /// <summary>What is to be kept of an outcome.</summary>
        public static Keep Of(Outcome outcome, long number) =>
            new(number, outcome.Messages) { Changes = outcome.Changes };

        public bool IsEmpty => Said.Count == 0 && Changes.Count == 0;
    }

    /// <summary>
    /// Go on: what was to be kept is on the disk, or about to be, as the settings say; or there was
    /// trouble, and it waits to be written.
    /// </summary>
    public sealed record Kept(long Number);

    /// <summary>
    /// What was said after that message? Answered with <see cref="Recalled"/> of the same number,
    /// which knows all that was to be kept before.
    /// </summary>
    /// <param name="Number">Names the question.</param>
    /// <param name="After">The message after which it begins.</param>
    /// <param name="Most">How many messages are wanted; of more, the newest.</param>
    public sealed record Recall(long Number, long After, int Most);

    /// <summary>These were said, oldest first.</summary>
    public sealed record Recalled(long Number, IReadOnlyList<ChatMessage> Said);

    /// <summary>
    /// Nothing can be written for now; told before the <see cref="Kept"/> of the first turn it
    /// concerns.
    /// </summary>
    public sealed record Troubled(string Why);

    /// <summary>
    /// Everything that waited is written. So many messages could not wait, because there were too
    /// many.
    /// </summary>
    public sealed record Recovered(int Lost);

    /// <summary>Write all there is, and take no more; answered with <see cref="Closed"/>.</summary>
    public sealed record Close
    {
        public static readonly Close Instance = new();
    }

    /// <summary>All that could be written is.</summary>
    public sealed record Closed
    {
        public static readonly Closed Instance = new();
    }
}

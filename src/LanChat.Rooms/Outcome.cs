using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>What handling requests led to.</summary>
/// <param name="AtOnce">What may be told before anything is kept, in order.</param>
/// <param name="Deliveries">What is told after that, in order, once the rest is kept.</param>
/// <param name="Messages">The messages to keep.</param>
/// <param name="Changes">The changes to keep beside them.</param>
public sealed record Outcome(
    IReadOnlyList<Delivery> AtOnce,
    IReadOnlyList<Delivery> Deliveries,
    IReadOnlyList<ChatMessage> Messages,
    IReadOnlyList<RegistryChange> Changes)
{
    /// <summary>
    /// The message after which the history has to be read, because somebody who joins missed more
    /// than is in memory; null: nothing has to be.
    /// </summary>
    public long? ReadAfter { get; init; }

    /// <summary>Whether there is anything to keep.</summary>
    public bool IsKept => Messages.Count > 0 || Changes.Count > 0;
}

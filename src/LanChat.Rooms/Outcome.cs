using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>The result of handling requests.</summary>
/// <param name="Immediate">Deliveries to send before persisting, in order.</param>
/// <param name="Deliveries">Deliveries to send after persisting, in order.</param>
/// <param name="Messages">The messages to persist.</param>
/// <param name="Changes">The registry changes to persist.</param>
public sealed record Outcome(
    IReadOnlyList<Delivery> Immediate,
    IReadOnlyList<Delivery> Deliveries,
    IReadOnlyList<ChatMessage> Messages,
    IReadOnlyList<RegistryChange> Changes)
{
    /// <summary>
    /// The message after which the history must be read for a returning client; null: memory
    /// suffices.
    /// </summary>
    public long? ReadAfter { get; init; }

    /// <summary>The changes of the room's record to persist.</summary>
    public IReadOnlyList<RoomChange> RoomChanges { get; init; } = [];

    /// <summary>The private messages between accounts to persist.</summary>
    public IReadOnlyList<StoredPrivateMessage> PrivateMessages { get; init; } = [];

    /// <summary>Whether there is anything to persist.</summary>
    public bool NeedsPersisting =>
        Messages.Count > 0 || Changes.Count > 0 || RoomChanges.Count > 0 || PrivateMessages.Count > 0;
}

using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Rooms;

/// <summary>An outcome that waits for the history to read or to persist.</summary>
/// <param name="Outcome">The outcome.</param>
internal sealed record PendingOutcome(Outcome Outcome)
{
    /// <summary>The messages read from the history for returning clients.</summary>
    public IReadOnlyList<ChatMessage> Read { get; init; } = [];

    /// <summary>How many answers of those that persist it are still to come.</summary>
    public int Awaited { get; init; }

    /// <summary>Whether reading is done.</summary>
    public bool IsRead { get; init; }

    /// <summary>Whether everything is delivered already.</summary>
    public bool IsDelivered { get; init; }
}

using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Rooms;

/// <summary>An outcome for which the history reads or keeps something.</summary>
/// <param name="Outcome">What is told.</param>
internal sealed record PendingOutcome(Outcome Outcome)
{
    /// <summary>What was read of the history.</summary>
    public IReadOnlyList<ChatMessage> Read { get; init; } = [];

    /// <summary>Whether nothing is to be read any more.</summary>
    public bool IsRead { get; init; }

    /// <summary>Whether all of it is told already.</summary>
    public bool IsTold { get; init; }
}

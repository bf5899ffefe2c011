namespace LanChat.Rooms;

/// <summary>The limits and sizes of a room.</summary>
/// <param name="Notice">The notice; empty: a default that names the room's address.</param>
/// <param name="HistorySize">The number of member messages a newcomer is shown.</param>
/// <param name="HistorySizeRaw">
/// The number of messages of every kind a newcomer of the older dialects is shown.
/// </param>
public sealed record RoomRules(string Notice, int HistorySize, int HistorySizeRaw)
{
    /// <summary>The maximum number of members; 0: unlimited.</summary>
    public int MaxMembers { get; init; }

    /// <summary>The maximum length of a nickname, in code points.</summary>
    public int MaxNickname { get; init; }

    /// <summary>The maximum length of an away text, in code points.</summary>
    public int MaxAway { get; init; }

    /// <summary>The maximum size of one client's outgoing queue, in bytes; 0: unlimited.</summary>
    public int MaxQueued { get; init; }

    /// <summary>The maximum number of messages a returning client is shown.</summary>
    public int MaxCatchUp { get; init; }

    /// <summary>The number of messages whose ref is remembered for deduplication.</summary>
    public int MaxRefs { get; init; }

    /// <summary>
    /// Whether the history outlives the server, so that message ids stay valid after a restart.
    /// </summary>
    public bool IsDurable { get; init; }

    /// <summary>Who may open rooms on the server.</summary>
    public OpeningPolicy Opening { get; init; }

    /// <summary>The limits of nickname registrations.</summary>
    public required RegistryRules Registry { get; init; }

    /// <summary>The number of messages held in memory.</summary>
    public int HeldInMemory => HistorySize + HistorySizeRaw;

    /// <summary>
    /// The maximum size of a catch-up, in bytes of text: JSON needs more space than text.
    /// </summary>
    public int MaxCatchUpBytes => MaxQueued == 0 ? int.MaxValue : MaxQueued / 4;
}

namespace LanChat.Rooms;

/// <summary>What a room allows, shows and remembers.</summary>
/// <param name="Notice">The notice; empty for one that names the room's address.</param>
/// <param name="HistorySize">How many messages of people a newcomer is shown.</param>
/// <param name="HistorySizeRaw">
/// How many messages of every kind a newcomer of the older clients is shown.
/// </param>
public sealed record RoomRules(string Notice, int HistorySize, int HistorySizeRaw)
{
    /// <summary>The maximum number of members; 0: no limit.</summary>
    public int MaxMembers { get; init; }

    /// <summary>The maximum length of a nickname, in code points.</summary>
    public int MaxNickname { get; init; }

    /// <summary>
    /// The maximum length of what somebody leaves behind while away, in code points.
    /// </summary>
    public int MaxAway { get; init; }

    /// <summary>
    /// The maximum number of bytes that wait to be written to one client; 0: no limit.
    /// </summary>
    public int MaxQueued { get; init; }

    /// <summary>The maximum number of messages shown to somebody who comes back.</summary>
    public int CatchUp { get; init; }

    /// <summary>How many messages are known by their speaker's ref.</summary>
    public int Refs { get; init; }

    /// <summary>
    /// Whether the history outlives the server: only then do its numbers mean the same for ever.
    /// </summary>
    public bool IsDurable { get; init; }

    /// <summary>Who owns nicknames.</summary>
    public required RegistryRules Registry { get; init; }

    /// <summary>How many of the newest messages are held in memory.</summary>
    public int KeptInMemory => HistorySize + HistorySizeRaw;

    /// <summary>
    /// The maximum number of bytes of text recalled for one client: JSON needs more room than text.
    /// </summary>
    public int MaxRecalledBytes => MaxQueued == 0 ? int.MaxValue : MaxQueued / 4;
}

namespace LanChat.Protocol;

/// <summary>Who may enter a room.</summary>
public enum EntryPolicy
{
    /// <summary>Everybody.</summary>
    All,

    /// <summary>Whoever proves a device key.</summary>
    Named,

    /// <summary>Whoever knows the room's password.</summary>
    Password,

    /// <summary>Whoever a moderator admits.</summary>
    Ask,

    /// <summary>Whoever was given a role.</summary>
    Trusted,

    /// <summary>Moderators and owners.</summary>
    Closed,
}

/// <summary>Who may send messages to everyone in a room.</summary>
public enum SpeakPolicy
{
    /// <summary>Everybody.</summary>
    All,

    /// <summary>Whoever proved a device key.</summary>
    Named,

    /// <summary>Whoever was given a role.</summary>
    Trusted,

    /// <summary>Moderators and owners.</summary>
    Moderators,
}

/// <summary>Who may send private messages in a room.</summary>
public enum PrivatePolicy
{
    /// <summary>Everybody.</summary>
    All,

    /// <summary>Moderators and owners to everybody, and everybody to them.</summary>
    Moderators,

    /// <summary>Nobody.</summary>
    None,
}

/// <summary>Which messages of the past a member may read.</summary>
public enum HistoryPolicy
{
    /// <summary>All.</summary>
    All,

    /// <summary>What was said since the member first entered.</summary>
    Since,
}

namespace LanChat.Protocol;

/// <summary>What a member may do in a room; each role may do what those before it may.</summary>
public enum Role
{
    /// <summary>Somebody who was given no role.</summary>
    Guest,

    /// <summary>Somebody a moderator trusts.</summary>
    Trusted,

    /// <summary>Keeps order in a room.</summary>
    Moderator,

    /// <summary>Decides about a room; an owner of the server decides about every room.</summary>
    Owner,
}

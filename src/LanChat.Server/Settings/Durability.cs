namespace LanChat.Server.Settings;

/// <summary>When a message counts as kept.</summary>
internal enum Durability
{
    /// <summary>When it is on the disk; only then is anybody told.</summary>
    Committed,

    /// <summary>At once; it is on the disk a moment later.</summary>
    Relaxed,

    /// <summary>As long as the server runs.</summary>
    Memory,
}

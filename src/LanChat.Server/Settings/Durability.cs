namespace LanChat.Server.Settings;

/// <summary>When a message is persisted.</summary>
internal enum Durability
{
    /// <summary>Before it is sent to anybody.</summary>
    Committed,

    /// <summary>Shortly after it is sent.</summary>
    Relaxed,

    /// <summary>Never: it is lost when the server stops.</summary>
    Memory,
}

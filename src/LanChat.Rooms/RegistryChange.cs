namespace LanChat.Rooms;

/// <summary>
/// A change of what a room keeps beside its messages. Applying one twice changes nothing.
/// </summary>
public abstract record RegistryChange
{
    private RegistryChange()
    {
    }

    /// <summary>A nickname is registered, or was used again.</summary>
    public sealed record NickUsed(NickRegistration Nick) : RegistryChange;

    /// <summary>A registration has expired.</summary>
    public sealed record NickForgotten(string Nick) : RegistryChange;

    /// <summary>A private message waits for its addressee.</summary>
    public sealed record MessageQueued(OfflineMessage Message) : RegistryChange;

    /// <summary>An offline message was delivered, or has expired.</summary>
    public sealed record MessageRemoved(long Number) : RegistryChange;

    /// <summary>The identity of the history (<see cref="LanChat.Protocol.LogId"/>).</summary>
    public sealed record LogIs(string Id) : RegistryChange;
}

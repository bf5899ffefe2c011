namespace LanChat.Rooms;

/// <summary>A change to persist beside the messages. Applying it is idempotent.</summary>
public abstract record RegistryChange
{
    private RegistryChange()
    {
    }

    /// <summary>A nickname was registered or used again.</summary>
    public sealed record NickUsed(NickRegistration Nick) : RegistryChange;

    /// <summary>A registration has expired.</summary>
    public sealed record NickRemoved(string Nick) : RegistryChange;

    /// <summary>An offline message was enqueued.</summary>
    public sealed record MessageQueued(OfflineMessage Message) : RegistryChange;

    /// <summary>An offline message was delivered or has expired.</summary>
    public sealed record MessageRemoved(long Number) : RegistryChange;

    /// <summary>
    /// The identity of the history (<see cref="LanChat.Protocol.LogId"/>) was set.
    /// </summary>
    public sealed record LogIdSet(string Id) : RegistryChange;
}

namespace LanChat.Rooms;

/// <summary>A change of the accounts, to persist. Applying it is idempotent.</summary>
public abstract record AccountChange
{
    private AccountChange()
    {
    }

    /// <summary>A device was linked to an account, or used again.</summary>
    public sealed record DeviceSet(LinkedDevice Device) : AccountChange;

    /// <summary>A device is an account of its own again.</summary>
    public sealed record DeviceRemoved(string Key) : AccountChange;
}

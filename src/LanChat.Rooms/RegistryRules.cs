namespace LanChat.Rooms;

/// <summary>
/// How nicknames are owned by device keys, and how long private messages wait for an owner.
/// </summary>
public sealed record RegistryRules
{
    /// <summary>The maximum number of registered nicknames; 0: none is registered.</summary>
    public required int MaxNicks { get; init; }

    /// <summary>The maximum number registered to one key.</summary>
    public required int MaxPerKey { get; init; }

    /// <summary>The maximum number registered from one address.</summary>
    public required int MaxPerAddress { get; init; }

    /// <summary>A registration that is not used for so long expires.</summary>
    public required TimeSpan Unused { get; init; }

    /// <summary>How long an offline message is kept.</summary>
    public required TimeSpan MailKept { get; init; }

    /// <summary>The maximum number of offline messages for one nickname; 0: none waits.</summary>
    public required int MaxMailPerNick { get; init; }

    /// <summary>The maximum number of bytes of all offline messages.</summary>
    public required int MaxMailBytes { get; init; }
}

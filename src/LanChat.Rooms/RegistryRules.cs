namespace LanChat.Rooms;

/// <summary>The limits of nickname registrations and offline messages.</summary>
public sealed record RegistryRules
{
    /// <summary>The maximum number of registrations; 0 disables them.</summary>
    public required int MaxNicks { get; init; }

    /// <summary>The maximum number of registrations of one key.</summary>
    public required int MaxPerKey { get; init; }

    /// <summary>The maximum number of registrations from one address block.</summary>
    public required int MaxPerAddress { get; init; }

    /// <summary>A registration expires after this time without use.</summary>
    public required TimeSpan NickLifetime { get; init; }

    /// <summary>An offline message expires after this time.</summary>
    public required TimeSpan MailLifetime { get; init; }

    /// <summary>The maximum number of offline messages for one nickname; 0 disables them.</summary>
    public required int MaxMailPerNick { get; init; }

    /// <summary>The maximum size of all offline messages, in bytes.</summary>
    public required int MaxMailBytes { get; init; }
}

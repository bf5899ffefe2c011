namespace LanChat.Rooms;

/// <summary>
/// How nicknames are owned by device keys, and how long private messages wait for an owner.
/// </summary>
/// <param name="MaxNicks">
/// The maximum number of registered nicknames; 0: none is registered.
/// </param>
/// <param name="MaxPerKey">The maximum number registered to one key.</param>
/// <param name="MaxPerAddress">The maximum number registered from one address.</param>
/// <param name="Unused">A registration that is not used for so long expires.</param>
/// <param name="MailKept">How long an offline message is kept.</param>
/// <param name="MaxMailPerNick">
/// The maximum number of offline messages for one nickname; 0: none waits.
/// </param>
/// <param name="MaxMailBytes">The maximum number of bytes of all offline messages.</param>
public sealed record RegistryRules(
    int MaxNicks,
    int MaxPerKey,
    int MaxPerAddress,
    TimeSpan Unused,
    TimeSpan MailKept,
    int MaxMailPerNick,
    int MaxMailBytes);

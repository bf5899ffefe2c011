namespace LanChat.Rooms;

/// <summary>The persisted state beside the messages.</summary>
/// <param name="Nicks">The registrations.</param>
/// <param name="Mail">The offline messages, oldest first.</param>
/// <param name="Refs">The refs of the newest messages and their ids, oldest first.</param>
public sealed record RegistrySnapshot(
    IReadOnlyList<NickRegistration> Nicks,
    IReadOnlyList<OfflineMessage> Mail,
    IReadOnlyList<(string Ref, long Id)> Refs)
{
    public static readonly RegistrySnapshot None = new([], [], []);
}

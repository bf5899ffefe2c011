using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// A room's access to the server's <see cref="NickRegistry"/>. Collects the changes that the room
/// made until <see cref="DequeueChanges"/>.
/// </summary>
internal sealed class RoomRegistry(NickRegistry shared)
{
    private readonly List<RegistryChange> _changes = [];

    public bool HasChanges => _changes.Count > 0;

    /// <summary>Removes and returns the changes to persist.</summary>
    public RegistryChange[] DequeueChanges()
    {
        RegistryChange[] dequeued = [.. _changes];
        _changes.Clear();
        return dequeued;
    }

    /// <inheritdoc cref="NickRegistry.OwnerOf"/>
    public string? OwnerOf(Nick nick, Timestamp now) => shared.OwnerOf(nick, now, _changes);

    /// <summary>Whether another account owns the nickname.</summary>
    public bool IsOwnedByOther(Nick nick, string? account, Timestamp now) =>
        OwnerOf(nick, now) is { } owner && owner != account;

    /// <inheritdoc cref="NickRegistry.TryUse"/>
    public bool TryUse(Nick nick, string account, string ip, Timestamp now) =>
        shared.TryUse(nick, account, ip, now, _changes);

    /// <inheritdoc cref="NickRegistry.Renew"/>
    public void Renew(Nick nick, string account, Timestamp now) => shared.Renew(nick, account, now, _changes);

    /// <inheritdoc cref="NickRegistry.EnqueueMail"/>
    public Refusal? EnqueueMail(Nick to, ChatMessage message, long number, Timestamp now) =>
        shared.EnqueueMail(to, message, number, now, _changes);

    /// <inheritdoc cref="NickRegistry.MailFor"/>
    public IReadOnlyList<OfflineMessage> MailFor(Nick nick, Timestamp now) => shared.MailFor(nick, now, _changes);

    /// <inheritdoc cref="NickRegistry.RemoveMail"/>
    public bool RemoveMail(Nick nick, long number) => shared.RemoveMail(nick, number, _changes);
}

using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Maps nicknames to the device keys that own them, and holds the owners' offline messages. Changes
/// are collected until <see cref="DequeueChanges"/>.
/// </summary>
internal sealed class NickRegistry
{
    private readonly RegistryRules _rules;
    private readonly Dictionary<Nick, NickRegistration> _nicks = [];
    private readonly List<RegistryChange> _changes = [];

    public NickRegistry(RegistryRules rules, RegistrySnapshot snapshot)
    {
        _rules = rules;
        foreach (var registered in snapshot.Nicks)
        {
            if (Nick.TryRecall(registered.Text, out var nick)) _nicks[nick] = registered;
        }

        Mail = new OfflineMailbox(rules, snapshot.Mail, _changes);
        foreach (var nick in Mail.Recipients.Except(_nicks.Keys).ToArray()) Mail.RemoveDelivered(nick, long.MaxValue);
    }

    /// <summary>The offline messages of all owners.</summary>
    public OfflineMailbox Mail { get; }

    public bool HasChanges => _changes.Count > 0;

    /// <summary>Removes and returns the changes to persist.</summary>
    public RegistryChange[] DequeueChanges()
    {
        RegistryChange[] changes = [.. _changes];
        _changes.Clear();
        return changes;
    }

    /// <summary>
    /// The key that owns a nickname; null if it is not registered. Removes an expired registration.
    /// </summary>
    public string? OwnerOf(Nick nick, Timestamp now)
    {
        if (!_nicks.TryGetValue(nick, out var registered)) return null;
        if (now.Utc - registered.Last <= _rules.NickLifetime) return registered.Key;
        Remove(nick);
        return null;
    }

    /// <summary>Whether another key owns the nickname.</summary>
    public bool IsOwnedByOther(Nick nick, string? key, Timestamp now) =>
        OwnerOf(nick, now) is { } owner && owner != key;

    /// <summary>
    /// Registers a nickname, or renews its owner's registration. Returns false if another key owns
    /// it or a limit is reached.
    /// </summary>
    public bool TryUse(Nick nick, string key, string ip, Timestamp now)
    {
        if (OwnerOf(nick, now) is { } owner) return owner == key && Set(nick, _nicks[nick] with { Last = now.Utc });
        return IsWithinLimits(key, ip, now) && Set(nick, new NickRegistration(nick.Text, key, ip, now.Utc, now.Utc));
    }

    private bool IsWithinLimits(string key, string ip, Timestamp now)
    {
        var address = AddressBlock.Of(ip);
        if (_nicks.Count >= _rules.MaxNicks) RemoveExpired(now);
        return _nicks.Count < _rules.MaxNicks
            && _nicks.Values.Count(registered => registered.Key == key) < _rules.MaxPerKey
            && _nicks.Values.Count(registered => AddressBlock.Of(registered.Ip) == address) < _rules.MaxPerAddress;
    }

    private void RemoveExpired(Timestamp now)
    {
        foreach (var nick in _nicks.Keys.ToArray()) OwnerOf(nick, now);
    }

    private bool Set(Nick nick, NickRegistration registered)
    {
        _nicks[nick] = registered;
        _changes.Add(new RegistryChange.NickUsed(registered));
        return true;
    }

    private void Remove(Nick nick)
    {
        _nicks.Remove(nick);
        _changes.Add(new RegistryChange.NickRemoved(nick.Text));
        Mail.RemoveDelivered(nick, long.MaxValue); // they were for the previous owner
    }
}

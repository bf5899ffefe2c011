using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Which device key owns which nickname, and the private messages that wait for owners. Changes
/// gather until <see cref="TakeChanges"/>.
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
        foreach (var nick in Mail.Addressees.Except(_nicks.Keys).ToArray()) Mail.Delivered(nick, long.MaxValue);
    }

    /// <summary>The private messages that wait for owners of nicknames.</summary>
    public OfflineMailbox Mail { get; }

    public bool HasChanges => _changes.Count > 0;

    /// <summary>What has changed since the last call.</summary>
    public RegistryChange[] TakeChanges()
    {
        RegistryChange[] changes = [.. _changes];
        _changes.Clear();
        return changes;
    }

    /// <summary>The key that owns a nickname; null when nobody does.</summary>
    public string? OwnerOf(Nick nick, Moment now)
    {
        if (!_nicks.TryGetValue(nick, out var registered)) return null;
        if (now.Utc - registered.Last <= _rules.Unused) return registered.Key;
        Forget(nick);
        return null;
    }

    /// <summary>Whether a nickname is owned by another key.</summary>
    public bool IsForeign(Nick nick, string? key, Moment now) => OwnerOf(nick, now) is { } owner && owner != key;

    /// <summary>
    /// Registers a nickname, or notes that its owner uses it. False when it is foreign or a limit
    /// is reached.
    /// </summary>
    public bool TryUse(Nick nick, string key, string ip, Moment now)
    {
        if (OwnerOf(nick, now) is { } owner) return owner == key && Set(nick, _nicks[nick] with { Last = now.Utc });
        return HasRoom(key, ip, now) && Set(nick, new NickRegistration(nick.Text, key, ip, now.Utc, now.Utc));
    }

    private bool HasRoom(string key, string ip, Moment now)
    {
        var address = AddressBlock.Of(ip);
        if (_nicks.Count >= _rules.MaxNicks) ForgetExpired(now);
        return _nicks.Count < _rules.MaxNicks
            && _nicks.Values.Count(registered => registered.Key == key) < _rules.MaxPerKey
            && _nicks.Values.Count(registered => AddressBlock.Of(registered.Ip) == address) < _rules.MaxPerAddress;
    }

    private void ForgetExpired(Moment now)
    {
        foreach (var nick in _nicks.Keys.ToArray()) OwnerOf(nick, now);
    }

    private bool Set(Nick nick, NickRegistration registered)
    {
        _nicks[nick] = registered;
        _changes.Add(new RegistryChange.NickUsed(registered));
        return true;
    }

    private void Forget(Nick nick)
    {
        _nicks.Remove(nick);
        _changes.Add(new RegistryChange.NickForgotten(nick.Text));
        Mail.Delivered(nick, long.MaxValue); // the next owner is somebody else
    }
}

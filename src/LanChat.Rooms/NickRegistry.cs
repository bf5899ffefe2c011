using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Maps nicknames to the accounts that own them, and holds the owners' offline messages, for all
/// rooms of a server. Thread-safe: the rooms share it. Each change to persist is added to the
/// caller's changes, so that a room delivers only after its own changes are written.
/// </summary>
public sealed class NickRegistry
{
    private readonly Lock _lock = new();
    private readonly RegistryRules _rules;
    private readonly Dictionary<Nick, NickRegistration> _nicks = [];
    private readonly Dictionary<string, HashSet<Nick>> _ofAccount = [];
    private readonly OfflineMailbox _mail;

    /// <param name="rules">The limits.</param>
    /// <param name="snapshot">The state to start from.</param>
    public NickRegistry(RegistryRules rules, RegistrySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _rules = rules;
        foreach (var registered in snapshot.Nicks)
        {
            if (Nick.TryRecall(registered.Text, out var nick)) Set(nick, registered);
        }

        _mail = new OfflineMailbox(rules, snapshot.Mail);
        List<RegistryChange> changes = [];
        foreach (var nick in _mail.Recipients.Except(_nicks.Keys).ToArray())
            _mail.RemoveDelivered(nick, long.MaxValue, changes);
        StartChanges = changes;
    }

    /// <summary>What was put right in the snapshot, to persist.</summary>
    public IReadOnlyList<RegistryChange> StartChanges { get; }

    /// <summary>
    /// The account that owns a nickname; null if it is not registered. Removes an expired
    /// registration.
    /// </summary>
    public string? OwnerOf(Nick nick, Timestamp now, ICollection<RegistryChange> changes)
    {
        lock (_lock) return FindOwner(nick, now, changes);
    }

    /// <summary>
    /// Registers a nickname, or renews its owner's registration. Returns false if another account
    /// owns it or a limit is reached.
    /// </summary>
    public bool TryUse(Nick nick, string account, string ip, Timestamp now, ICollection<RegistryChange> changes)
    {
        lock (_lock)
        {
            if (FindOwner(nick, now, changes) is { } owner)
                return owner == account && Set(nick, _nicks[nick] with { Last = now.Utc }, changes);
            return IsWithinLimits(account, ip, now, changes)
                && Set(nick, new NickRegistration(nick.Text, account, ip, now.Utc, now.Utc), changes);
        }
    }

    /// <summary>
    /// A registration counts as used until now, if the account still owns the nickname.
    /// </summary>
    public void Renew(Nick nick, string account, Timestamp now, ICollection<RegistryChange> changes)
    {
        lock (_lock)
        {
            if (FindOwner(nick, now, changes) == account) Set(nick, _nicks[nick] with { Last = now.Utc }, changes);
        }
    }

    /// <summary>
    /// Removes a registration and its offline messages; returns whether there was one.
    /// </summary>
    public bool Forget(Nick nick, ICollection<RegistryChange> changes)
    {
        lock (_lock)
        {
            if (!_nicks.ContainsKey(nick)) return false;
            Remove(nick, changes);
            return true;
        }
    }

    /// <summary>The nickname that an account used last; null if it owns none.</summary>
    public Nick? NickOf(string account)
    {
        lock (_lock)
        {
            return _ofAccount.TryGetValue(account, out var owned) ? owned.MaxBy(nick => _nicks[nick].Last) : null;
        }
    }

    /// <summary>The nicknames that an account owns.</summary>
    public IReadOnlyList<Nick> NicksOf(string account)
    {
        lock (_lock) return _ofAccount.TryGetValue(account, out var owned) ? [.. owned] : [];
    }

    /// <summary>Gives all nicknames of an account to another one.</summary>
    public void Move(string from, string to, ICollection<RegistryChange> changes)
    {
        lock (_lock)
        {
            foreach (var nick in NicksOf(from)) Set(nick, _nicks[nick] with { Account = to }, changes);
        }
    }

    /// <summary>Enqueues an offline message; returns the refusal if a limit is reached.</summary>
    public Refusal? EnqueueMail(
        Nick to, ChatMessage message, long number, Timestamp now, ICollection<RegistryChange> changes)
    {
        lock (_lock) return _mail.Enqueue(new OfflineMessage(number, to.Text, message), to, now, changes);
    }

    /// <summary>The offline messages for a nickname, oldest first.</summary>
    public IReadOnlyList<OfflineMessage> MailFor(Nick nick, Timestamp now, ICollection<RegistryChange> changes)
    {
        lock (_lock) return _mail.For(nick, now, changes);
    }

    /// <summary>
    /// Removes a nickname's offline messages up to a number; returns whether there were any.
    /// </summary>
    public bool RemoveMail(Nick nick, long number, ICollection<RegistryChange> changes)
    {
        lock (_lock) return _mail.RemoveDelivered(nick, number, changes);
    }

    private string? FindOwner(Nick nick, Timestamp now, ICollection<RegistryChange> changes)
    {
        if (!_nicks.TryGetValue(nick, out var registered)) return null;
        if (now.Utc - registered.Last <= _rules.NickLifetime) return registered.Account;
        Remove(nick, changes);
        return null;
    }

    private bool IsWithinLimits(string account, string ip, Timestamp now, ICollection<RegistryChange> changes)
    {
        var address = AddressBlock.Of(ip);
        if (_nicks.Count >= _rules.MaxNicks) RemoveExpired(now, changes);
        return _nicks.Count < _rules.MaxNicks
            && NicksOf(account).Count < _rules.MaxPerKey
            && _nicks.Values.Count(registered => AddressBlock.Of(registered.Ip) == address) < _rules.MaxPerAddress;
    }

    private void RemoveExpired(Timestamp now, ICollection<RegistryChange> changes)
    {
        foreach (var nick in _nicks.Keys.ToArray()) FindOwner(nick, now, changes);
    }

    private bool Set(Nick nick, NickRegistration registered, ICollection<RegistryChange> changes)
    {
        Set(nick, registered);
        changes.Add(new RegistryChange.NickUsed(registered));
        return true;
    }

    private void Set(Nick nick, NickRegistration registered)
    {
        Unset(nick);
        _nicks[nick] = registered;
        if (!_ofAccount.TryGetValue(registered.Account, out var owned)) _ofAccount[registered.Account] = owned = [];
        owned.Add(nick);
    }

    private void Unset(Nick nick)
    {
        if (!_nicks.Remove(nick, out var registered)) return;
        var owned = _ofAccount[registered.Account];
        owned.Remove(nick);
        if (owned.Count == 0) _ofAccount.Remove(registered.Account);
    }

    private void Remove(Nick nick, ICollection<RegistryChange> changes)
    {
        Unset(nick);
        changes.Add(new RegistryChange.NickRemoved(nick.Text));
        _mail.RemoveDelivered(nick, long.MaxValue, changes); // they were for the previous owner
    }
}

using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// A room's record, and who may do what by it. Changes are persisted with the room's outcome.
/// </summary>
/// <param name="record">The record to start from.</param>
/// <param name="opening">Who may open rooms on the server.</param>
/// <param name="outcome">Receives the changes.</param>
internal sealed class Authority(RoomRecord record, OpeningPolicy opening, OutcomeBuilder outcome)
{
    private readonly Dictionary<string, DateTime> _lastSpoken = [];
    private IReadOnlySet<string> _serverOwners = new HashSet<string>();

    public RoomRecord Record { get; private set; } = record;

    public RoomSettings Settings => Record.Settings;

    /// <summary>The accounts of the server's owners, who own every room.</summary>
    public void SetServerOwners(IReadOnlySet<string> accounts) => _serverOwners = accounts;

    /// <summary>Changes the record, and persists the change.</summary>
    public void Apply(RoomChange change)
    {
        Record = Record.With(change);
        outcome.Persist(change);
    }

    public Standing StandingOf(string? account) => new(RoleOf(account), account is not null);

    public Standing StandingOf(Session session) =>
        session.IsConsole ? new Standing(Role.Owner, IsNamed: true) : StandingOf(session.Account);

    public Role RoleOf(string? account) => account is null ? Role.Guest
        : _serverOwners.Contains(account) ? Role.Owner
        : Record.Roles.GetValueOrDefault(account);

    public bool May(Session session, RoomAction action) => Permissions.May(StandingOf(session), action, Settings);

    /// <summary>What a session may do.</summary>
    public RoomEvent.RoleShown Show(Session session)
    {
        var who = StandingOf(session);
        var may = Permissions.Of(who, Settings).Where(action => action != "archive" || !Record.IsLobby);
        // Roles of the lobby decide who may open rooms; elsewhere only its owners are known.
        var isKnown = Record.IsLobby || (session.Account is { } account && _serverOwners.Contains(account));
        var mayOpen = opening.Allows(isKnown ? who : who with { Role = Role.Guest });
        return new RoomEvent.RoleShown(who.Role, mayOpen ? [.. may, "open"] : [.. may])
        {
            Edits = Permissions.EditTime(who, Settings),
        };
    }

    /// <summary>
    /// Why a message to everyone is refused; null if it may be sent, which counts for the pause
    /// between messages.
    /// </summary>
    /// <param name="account">The sender's account; null: none.</param>
    /// <param name="ip">The sender's address.</param>
    /// <param name="now">The current time.</param>
    public Refusal? Speak(string? account, string ip, Timestamp now)
    {
        var standing = StandingOf(account);
        if (!Permissions.May(standing, RoomAction.Speak, Settings)) return Refusal.NotAllowed;
        if (Record is { IsLobby: false, HasSpoken: false }) Apply(new RoomChange.Spoken());
        if (Settings.Slow == TimeSpan.Zero || standing.Role >= Role.Moderator) return null;
        var sender = account ?? ip;
        if (_lastSpoken.TryGetValue(sender, out var last) && now.Utc - last < Settings.Slow) return Refusal.Slow;
        Forget(now);
        _lastSpoken[sender] = now.Utc;
        return null;
    }

    /// <summary>Why a private message is refused; null if it may be sent.</summary>
    /// <param name="sender">Who sends it.</param>
    /// <param name="recipient">The recipient's account.</param>
    public Refusal? Tell(Session sender, string? recipient) =>
        May(sender, RoomAction.SendPrivate)
        || (Settings.Private == PrivatePolicy.Moderators && RoleOf(recipient) >= Role.Moderator)
            ? null
            : Refusal.PrivateOff;

    /// <summary>
    /// The message after which a member may read the history; 0: all of it. In a room whose history
    /// is for those who were there, the first entry of an account counts.
    /// </summary>
    public long ReadableAfter(string? account, long lastMessage)
    {
        if (Settings.History == HistoryPolicy.All || RoleOf(account) >= Role.Trusted) return 0;
        if (account is not null && Record.FirstEntries.TryGetValue(account, out var first)) return first;
        if (account is not null) Apply(new RoomChange.FirstEntered(account, lastMessage));
        return lastMessage;
    }

    private void Forget(Timestamp now)
    {
        foreach (var (sender, last) in _lastSpoken)
        {
            if (now.Utc - last >= Settings.Slow) _lastSpoken.Remove(sender);
        }
    }
}

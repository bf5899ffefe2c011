using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// The members in the order they joined, and the changes of that list since <see
/// cref="DequeueChanges"/>.
/// </summary>
internal sealed class Members(RoomRules rules, RoomRegistry registry)
{
    private const int MaxSessions = 8;

    private readonly OrderedDictionary<Nick, MemberSessions> _members = [];
    private readonly List<Member> _joined = [];
    private readonly List<Member> _left = [];

    public int Count => _members.Count;

    /// <summary>Grows with every change of the list.</summary>
    public int Version { get; private set; }

    public IEnumerable<Session> Sessions => _members.Values.SelectMany(member => member.Sessions);

    public Member[] List() => [.. _members.Values.Select(member => member.Member)];

    /// <summary>The member who is here with an account; null if nobody is.</summary>
    public MemberSessions? WithAccount(string account) =>
        _members.Values.FirstOrDefault(member => member.Account == account);

    /// <summary>The members who are away.</summary>
    public Absence[] Absences() => [.. _members.Values
        .Where(member => member.Away.Length > 0)
        .Select(member => new Absence(member.Member, member.Away))];

    public MemberSessions? Find(string nickname) =>
        Nick.TryRecall(nickname, out var nick) ? _members.GetValueOrDefault(nick) : null;

    /// <summary>
    /// The member beside whose sessions a client stands; null if it is a member of its own. Clients
    /// that do not say which one of their account they are have no sessions beside each other.
    /// </summary>
    public MemberSessions? FindBeside(JoinRequest join) =>
        join is not { Account: { } account, ClientId: not null } ? null
        : _members.GetValueOrDefault(join.Nick) is { } named && named.Account == account ? named
        : _members.Values.FirstOrDefault(member => member.Account == account
            && member.Sessions.Any(session => session.ClientId is not null || !session.IsSecondary));

    /// <summary>
    /// Adds a session of a member who is here. An older session of the same client is returned, to
    /// be removed.
    /// </summary>
    public bool TryAddBeside(
        MemberSessions member, Session session, Timestamp now, out Session? former,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        former = session.ClientId is { } client
            ? member.Sessions.FirstOrDefault(other => other.ClientId == client)
            : null;
        refusal = former is null && member.Sessions.Count >= MaxSessions ? Refusal.TooManyDevices : null;
        if (refusal is not null) return false;
        member.Add(session);
        if (member.IsOwner) return true;
        var before = member.Member;
        Claim(session, now);
        if (member.IsOwner) Change(joined: member.Member, left: before);
        return true;
    }

    /// <summary>
    /// Adds a member under the requested nickname, else the fallback, else the first free one with
    /// <c>_2</c>, <c>_3</c> … appended. A nickname owned by another account is taken; a nickname
    /// that was not requested is not registered.
    /// </summary>
    public bool TryAdd(
        JoinRequest join, Func<MemberSessions, Session> sessionOf, Timestamp now,
        [NotNullWhen(true)] out Session? session, [NotNullWhen(false)] out Refusal? refusal)
    {
        session = null;
        refusal = rules.MaxMembers > 0 && Count >= rules.MaxMembers ? Refusal.RoomFull : null;
        var nick = join.Nick;
        if (IsTaken(nick, join.Account, now) && join.Fallback is { } other) nick = other;
        while (refusal is null && IsTaken(nick, join.Account, now))
        {
            if (!TryNext(nick, join.Numbering, out nick)) refusal = Refusal.NicknameTaken;
        }

        if (refusal is not null) return false;

        var member = new MemberSessions(nick, join);
        member.Add(session = sessionOf(member));
        if (nick == join.Nick || registry.OwnerOf(nick, now) == join.Account) Claim(session, now);
        _members.Add(nick, member);
        Change(joined: member.Member, left: null);
        return true;
    }

    /// <summary>
    /// Removes a session; returns whether it was the last one, so that the member has left.
    /// </summary>
    public bool Remove(Session session, Timestamp now)
    {
        var member = session.Member;
        if (session is { IsOwner: true, Account: { } account }) registry.Renew(session.Nick, account, now);
        if (session.Of.Remove(session)) return false;
        _members.Remove(session.Nick);
        Change(joined: null, left: member);
        return true;
    }

    /// <summary>
    /// Changes a member's nickname and keeps the place in the list; returns false if it is taken.
    /// </summary>
    public bool TryRename(Session session, Nick nick, Timestamp now)
    {
        var isTaken = _members.TryGetValue(nick, out var other)
            ? other != session.Of
            : registry.IsOwnedByOther(nick, session.Account, now);
        if (isTaken) return false;

        var place = _members.IndexOf(session.Nick);
        _members.RemoveAt(place);
        var before = session.Member;
        session.Of.Rename(nick);
        Claim(session, now);
        _members.Insert(place, nick, session.Of);
        Change(joined: session.Member, left: before);
        return true;
    }

    /// <summary>The changes since the last call.</summary>
    public RoomEvent.MembersChanged DequeueChanges()
    {
        var changes = new RoomEvent.MembersChanged(List(), [.. _joined], [.. _left]);
        _joined.Clear();
        _left.Clear();
        return changes;
    }

    private bool TryNext(Nick nick, Numbering numbering, out Nick next)
    {
        next = default;
        return numbering == Numbering.Counted ? nick.TryNext(rules.MaxNickname, out next)
            : numbering == Numbering.Repeated && nick.TryNextOfOld(rules.MaxNickname, out next);
    }

    private bool IsTaken(Nick nick, string? account, Timestamp now) =>
        _members.ContainsKey(nick) || registry.IsOwnedByOther(nick, account, now);

    private void Claim(Session session, Timestamp now) => session.Of.IsOwner =
        session is { Account: { } account, IsSecondary: false }
        && registry.TryUse(session.Nick, account, session.Address.Ip, now);

    private void Change(Member? joined, Member? left)
    {
        Version++;
        if (left is not null)
        {
            _joined.Remove(left);
            _left.Add(left);
        }

        if (joined is not null) _joined.Add(joined);
    }
}

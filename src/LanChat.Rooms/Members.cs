using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// The members in the order they joined, and the changes of that list since <see
/// cref="DequeueChanges"/>.
/// </summary>
internal sealed class Members(RoomRules rules, RoomRegistry registry)
{
    private readonly OrderedDictionary<Nick, Session> _sessions = [];
    private readonly List<Member> _joined = [];
    private readonly List<Member> _left = [];

    public int Count => _sessions.Count;

    /// <summary>Grows with every change of the list.</summary>
    public int Version { get; private set; }

    public IEnumerable<Session> Sessions => _sessions.Values;

    public Member[] List() => [.. _sessions.Values.Select(session => session.Member)];

    /// <summary>The members who are away.</summary>
    public Absence[] Absences() => [.. _sessions.Values
        .Where(session => session.Away.Length > 0)
        .Select(session => new Absence(session.Member, session.Away))];

    public Session? Find(string nickname) =>
        Nick.TryRecall(nickname, out var nick) ? _sessions.GetValueOrDefault(nick) : null;

    /// <summary>
    /// Adds a member under the requested nickname, else the fallback, else the first free one with
    /// <c>_2</c>, <c>_3</c> … appended. A nickname owned by another key is taken; a nickname that
    /// was not requested is not registered.
    /// </summary>
    public bool TryAdd(
        SessionId id, JoinRequest join, ResumePoint? resume, Timestamp now,
        [NotNullWhen(true)] out Session? session, [NotNullWhen(false)] out Refusal? refusal)
    {
        session = null;
        refusal = rules.MaxMembers > 0 && Count >= rules.MaxMembers ? Refusal.RoomFull : null;
        var nick = join.Nick;
        if (IsTaken(nick, join.Key, now) && join.Fallback is { } other) nick = other;
        while (refusal is null && IsTaken(nick, join.Key, now))
        {
            if (!TryNext(nick, join.Numbering, out nick)) refusal = Refusal.NicknameTaken;
        }

        if (refusal is not null) return false;

        session = new Session(id, nick, join) { Resume = resume };
        if (nick == join.Nick || registry.OwnerOf(nick, now) == join.Key) Claim(session, now);
        _sessions.Add(nick, session);
        Change(joined: session.Member, left: null);
        return true;
    }

    public void Remove(Session session, Timestamp now)
    {
        _sessions.Remove(session.Nick);
        if (session.IsOwner) Claim(session, now); // the registration counts as used until now
        Change(joined: null, left: session.Member);
    }

    /// <summary>
    /// Changes a member's nickname and keeps the place in the list; returns false if it is taken.
    /// </summary>
    public bool TryRename(Session session, Nick nick, Timestamp now)
    {
        var isTaken = _sessions.TryGetValue(nick, out var other)
            ? other != session
            : registry.IsOwnedByOther(nick, session.Key, now);
        if (isTaken) return false;

        var place = _sessions.IndexOf(session.Nick);
        _sessions.RemoveAt(place);
        var before = session.Member;
        session.Rename(nick);
        Claim(session, now);
        _sessions.Insert(place, nick, session);
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

    private bool IsTaken(Nick nick, string? key, Timestamp now) =>
        _sessions.ContainsKey(nick) || registry.IsOwnedByOther(nick, key, now);

    private void Claim(Session session, Timestamp now) => session.IsOwner =
        session is { Key: { } key, IsSecondary: false }
        && registry.TryUse(session.Nick, key, session.Member.Address.Ip, now);

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

using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Who is in the room, in the order they joined, and how that changed since the list was last
/// taken.
/// </summary>
internal sealed class Members(RoomRules rules, NickRegistry registry)
{
    private readonly OrderedDictionary<Nick, Session> _sessions = [];
    private readonly List<Member> _joined = [];
    private readonly List<Member> _left = [];

    public int Count => _sessions.Count;

    /// <summary>Grows with every change of the list.</summary>
    public int Version { get; private set; }

    public IEnumerable<Session> Sessions => _sessions.Values;

    public Member[] List() => [.. _sessions.Values.Select(session => session.Member)];

    /// <summary>Who is away.</summary>
    public Absence[] Absences() => [.. _sessions.Values
        .Where(session => session.Away.Length > 0)
        .Select(session => new Absence(session.Member, session.Away))];

    public Session? Find(string nickname) =>
        Nick.TryRecall(nickname, out var nick) ? _sessions.GetValueOrDefault(nick) : null;

    /// <summary>
    /// Gives somebody the nickname they ask for, else the other one, else the first free one with
    /// <c>_2</c>, <c>_3</c> … appended. A nickname owned by another key is not free; one that was
    /// not asked for is not registered.
    /// </summary>
    public bool TryAdd(
        SessionId id, JoinRequest join, Since? since, Moment now,
        [NotNullWhen(true)] out Session? session, [NotNullWhen(false)] out Refusal? refusal)
    {
        session = null;
        refusal = rules.MaxMembers > 0 && Count >= rules.MaxMembers ? Refusal.RoomFull : null;
        var nick = join.Nick;
        if (IsTaken(nick, join.Key, now) && join.Otherwise is { } other) nick = other;
        while (refusal is null && IsTaken(nick, join.Key, now))
        {
            if (!TryNext(nick, join.Numbering, out nick)) refusal = Refusal.NicknameTaken;
        }

        if (refusal is not null) return false;

        session = new Session(id, nick, join) { Since = since };
        if (nick == join.Nick || registry.OwnerOf(nick, now) == join.Key) Claim(session, now);
        _sessions.Add(nick, session);
        Change(joined: session.Member, left: null);
        return true;
    }

    public void Remove(Session session, Moment now)
    {
        _sessions.Remove(session.Nick);
        if (session.IsOwner) Claim(session, now); // the registration was used until now
        Change(joined: null, left: session.Member);
    }

    /// <summary>
    /// Gives somebody another nickname, in their place of the list; false when somebody else has
    /// it.
    /// </summary>
    public bool TryRename(Session session, Nick nick, Moment now)
    {
        var isTaken = _sessions.TryGetValue(nick, out var other)
            ? other != session
            : registry.IsForeign(nick, session.Key, now);
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

    /// <summary>How the list changed since the last call.</summary>
    public RoomEvent.MembersChanged TakeChanges()
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

    private bool IsTaken(Nick nick, string? key, Moment now) =>
        _sessions.ContainsKey(nick) || registry.IsForeign(nick, key, now);

    private void Claim(Session session, Moment now) => session.IsOwner =
        session is { Key: { } key, IsBeside: false }
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

using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// A member, and the sessions by which they are here: one for each running client of their account.
/// Guests have one.
/// </summary>
internal sealed class MemberSessions(Nick nick, JoinRequest first)
{
    private readonly List<Session> _sessions = [];

    public Nick Nick { get; private set; } = nick;

    /// <summary>The member as others see them; the address is that of the first session.</summary>
    public Member Member { get; private set; } = new(nick.Text, first.Address);

    /// <summary>The account; null for a guest.</summary>
    public string? Account => first.Account;

    /// <summary>Whether the nickname is registered to the account.</summary>
    public bool IsOwner
    {
        get => Member.IsOwner;
        set => Member = Member with { IsOwner = value };
    }

    public IReadOnlyList<Session> Sessions => _sessions;

    /// <summary>
    /// The away text; empty while one of the sessions is not away, or none is left.
    /// </summary>
    public string Away => _sessions.TrueForAll(session => session.Away.Length > 0) && _sessions is [.., var newest]
        ? newest.Away
        : "";

    public void Add(Session session) => _sessions.Add(session);

    /// <summary>Removes a session; returns whether others are left.</summary>
    public bool Remove(Session session)
    {
        _sessions.Remove(session);
        return _sessions.Count > 0;
    }

    public void Rename(Nick to)
    {
        Nick = to;
        Member = Member with { Nickname = to.Text };
    }
}

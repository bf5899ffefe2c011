using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Rooms;

/// <summary>Which connection each session of a room has, and how they are told.</summary>
internal sealed class Recipients
{
    private readonly Dictionary<IActorRef, SessionId> _ids = [];
    private readonly Dictionary<SessionId, Recipient> _recipients = [];
    private long _last;

    /// <summary>How many of those who have joined acknowledge broadcasts.</summary>
    public int Acknowledging { get; private set; }

    /// <summary>How many have joined.</summary>
    public int Joined { get; private set; }

    /// <summary>The session of a connection; one that no room knows for a stranger.</summary>
    public SessionId IdOf(IActorRef connection) => _ids.GetValueOrDefault(connection);

    public bool Contains(IActorRef connection) => _ids.ContainsKey(connection);

    public IActorRef? ConnectionOf(SessionId session) => _recipients.GetValueOrDefault(session)?.Connection;

    /// <summary>A session number for somebody who is about to join.</summary>
    public SessionId Next() => new(++_last);

    public void Add(SessionId session, IActorRef connection, bool acknowledges)
    {
        _ids.Add(connection, session);
        _recipients.Add(session, new Recipient(connection, acknowledges));
    }

    /// <summary>Removes a session; returns its recipient, if there was one.</summary>
    public Recipient? Remove(SessionId session)
    {
        if (!_recipients.Remove(session, out var recipient)) return null;
        _ids.Remove(recipient.Connection);
        if (recipient.Member is null) return recipient;
        Joined--;
        if (recipient.Acknowledges) Acknowledging--;
        return recipient;
    }

    /// <summary>Somebody is told that they have joined.</summary>
    public void Join(Delivery.Joined joined, RoomProtocol.Joined welcome)
    {
        if (!_recipients.TryGetValue(joined.Session, out var recipient)) return;
        recipient.Member = joined.You;
        Joined++;
        if (recipient.Acknowledges) Acknowledging++;
        recipient.Connection.Tell(welcome);
    }

    public void SetIgnoring(SessionId session, bool isIgnoring)
    {
        if (_recipients.TryGetValue(session, out var recipient)) recipient.IsIgnoring = isIgnoring;
    }

    /// <summary>Tells everyone who has joined.</summary>
    public void Broadcast(Turn turn)
    {
        foreach (var recipient in _recipients.Values)
        {
            if (recipient.Member is null) continue;
            recipient.Connection.Tell(recipient.IsIgnoring ? turn.WithoutTalk() : turn);
        }
    }

    /// <summary>Tells some of those who have joined.</summary>
    public void Tell(IReadOnlyList<SessionId> sessions, IReadOnlyList<RoomEvent> events)
    {
        var turn = new Turn(events);
        foreach (var session in sessions)
        {
            if (_recipients.TryGetValue(session, out var recipient)) recipient.Connection.Tell(turn);
        }
    }
}

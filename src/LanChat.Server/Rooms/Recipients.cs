using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Rooms;

/// <summary>Maps sessions to connections, and sends to them.</summary>
internal sealed class Recipients
{
    private readonly Dictionary<IActorRef, SessionId> _ids = [];
    private readonly Dictionary<SessionId, Recipient> _recipients = [];
    private long _last;

    /// <summary>The number of members that acknowledge broadcasts.</summary>
    public int Acknowledging { get; private set; }

    /// <summary>The number of members.</summary>
    public int Joined { get; private set; }

    public bool IsEmpty => _ids.Count == 0;

    /// <summary>
    /// The session of a connection; the default id, which no room knows, if there is none.
    /// </summary>
    public SessionId IdOf(IActorRef connection) => _ids.GetValueOrDefault(connection);

    public bool Contains(IActorRef connection) => _ids.ContainsKey(connection);

    public IActorRef? ConnectionOf(SessionId session) => _recipients.GetValueOrDefault(session)?.Connection;

    /// <summary>The id of a session that is about to join.</summary>
    public SessionId NextId() => new(++_last);

    public void Add(SessionId session, IActorRef connection, bool acknowledges)
    {
        _ids.Add(connection, session);
        _recipients.Add(session, new Recipient(connection, acknowledges));
    }

    /// <summary>Removes a session; returns its recipient, or null.</summary>
    public Recipient? Remove(SessionId session)
    {
        if (!_recipients.Remove(session, out var recipient)) return null;
        _ids.Remove(recipient.Connection);
        if (recipient.Member is null) return recipient;
        Joined--;
        if (recipient.Acknowledges) Acknowledging--;
        return recipient;
    }

    /// <summary>Makes a session a member and sends the welcome.</summary>
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

    /// <summary>Sends a batch to every member.</summary>
    public void Publish(Batch batch)
    {
        foreach (var recipient in _recipients.Values)
        {
            if (recipient.Member is null) continue;
            recipient.Connection.Tell(recipient.IsIgnoring ? batch.WithoutMemberMessages() : batch);
        }
    }

    /// <summary>Sends events to some sessions.</summary>
    public void Reply(IReadOnlyList<SessionId> sessions, IReadOnlyList<RoomEvent> events)
    {
        var batch = new Batch(events);
        foreach (var session in sessions)
        {
            if (_recipients.TryGetValue(session, out var recipient)) recipient.Connection.Tell(batch);
        }
    }
}

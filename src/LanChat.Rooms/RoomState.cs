using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>The state of a room, and the order of deliveries around each batch.</summary>
internal sealed class RoomState
{
    private readonly Dictionary<SessionId, Session> _sessions = [];
    private RoomEvent _notice;

    public RoomState(RoomRules rules, RestoredState restored)
    {
        (Rules, LogId, _notice) = (rules, restored.Log, NoticeOf(rules.Notice));
        Registry = new NickRegistry(rules.Registry, restored.Registry);
        Members = new Members(rules, Registry);
        Log = new MessageLog(rules, restored);
        Deduplication = Deduplication.Restore(restored.Registry, rules.MaxRefs);
        Outcome = new OutcomeBuilder(Registry);
    }

    public RoomRules Rules { get; }

    public string LogId { get; }

    public NickRegistry Registry { get; }

    public Members Members { get; }

    public MessageLog Log { get; }

    public Deduplication Deduplication { get; }

    public OutcomeBuilder Outcome { get; }

    public PendingBatch Batch { get; } = new();

    /// <summary>The room's own address.</summary>
    public PeerAddress Address { get; private set; } = new("0.0.0.0", 0);

    /// <summary>The base URL of its files.</summary>
    public string FilesUrl { get; private set; } = "";

    public IReadOnlyDictionary<SessionId, Session> Sessions => _sessions;

    public void Open(PeerAddress address, WebEndpoint? web)
    {
        (Address, FilesUrl) = (address, web?.At(address.Ip) ?? "");
        if (Rules.Notice.Length == 0) _notice = new RoomEvent.DefaultNoticeShown(address);
    }

    public void ChangeNotice(string text)
    {
        _notice = NoticeOf(text);
        Log.Add(_notice);
    }

    /// <summary>Appends a system message to the log.</summary>
    public void Publish(SystemMessage what, Timestamp now) => Log.Append(ChatMessage.Of(what, Address, now.Local));

    public void Add(Session session, Timestamp now)
    {
        _sessions.Add(session.Id, session);
        Batch.Join(session);
        if (session.IsOwner) Batch.DeliverMail(session);
        Publish(new SystemMessage.Joined(session.Member), now);
    }

    public void Remove(Session session, Timestamp now)
    {
        _sessions.Remove(session.Id);
        Batch.Remove(session);
        Members.Remove(session, now);
        if (session.Away.Length > 0) Log.Add(new RoomEvent.AwayShown([new Absence(session.Member, "")]));
        Publish(new SystemMessage.Left(session.Member), now);
    }

    /// <summary>Removes all sessions without publishing that they left.</summary>
    public void Clear() => _sessions.Clear();

    /// <summary>
    /// Ends the batch. Newcomers are shown the history before the batch and then get the batch
    /// itself, so they miss nothing and get nothing twice.
    /// </summary>
    public void EndBatch(Timestamp now)
    {
        Welcome(Batch.DequeueNewcomers());
        if (Log.DequeueBatch() is { Length: > 0 } batch) Outcome.Broadcast(batch);
        foreach (var own in Batch.DequeueAcknowledgements().GroupBy(acknowledgement => acknowledgement.Sender))
            Outcome.Reply(own.Key, [.. own.Select(acknowledgement => acknowledgement.Event)]);
        foreach (var owner in Batch.DequeueMailOwners()) OfflineMail.Deliver(this, owner, now);
        foreach (var leaver in Batch.DequeueLeavers())
        {
            Outcome.Add(new Delivery.Left(leaver.Id));
            Remove(leaver, now);
        }
    }

    /// <summary>
    /// The events of an entrance beside the history: notice, members, away texts.
    /// </summary>
    public RoomEvent[] StateEvents()
    {
        RoomEvent[] stateEvents = [_notice, new RoomEvent.MembersShown(Members.List())];
        return Members.Absences() is [_, ..] away ? [.. stateEvents, new RoomEvent.AwayShown(away)] : stateEvents;
    }

    // Normalises line breaks to those of the wire.
    private static RoomEvent.NoticeShown NoticeOf(string text) => new(text.ReplaceLineEndings("\r\n"));

    private void Welcome(Session[] newcomers)
    {
        if (newcomers.Length == 0) return;
        var stateEvents = StateEvents();
        var forNewcomers = Entrance.ForNewcomer(Rules, stateEvents, Log);
        var forOtherHistory = new Lazy<Entrance>(() => Entrance.ForOtherHistory(Rules, stateEvents, Log));
        foreach (var newcomer in newcomers)
        {
            newcomer.SeenVersion = Members.Version;
            var entrance = newcomer.Resume switch
            {
                null => forNewcomers,
                { IsKnown: false } => forOtherHistory.Value,
                { Id: var since } => Entrance.ForReturning(since, Rules, stateEvents, Log),
            };
            Outcome.Add(new Delivery.Joined(newcomer.Id, newcomer.Member, newcomer.IsOwner, entrance));
        }
    }
}

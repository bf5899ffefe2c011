using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>The state of a room, and the order of deliveries around each batch.</summary>
internal sealed class RoomState
{
    private readonly Dictionary<SessionId, Session> _sessions = [];
    private RoomEvent _notice;

    public RoomState(
        RoomRules rules, RestoredState restored, RoomRecord record, NickRegistry nicks, PrivateLog privateLog)
    {
        (Rules, LogId, Private) = (rules, restored.Log, privateLog);
        Registry = new RoomRegistry(nicks);
        Members = new Members(rules, Registry);
        Log = new MessageLog(rules, restored);
        Deduplication = Deduplication.Restore(restored.Registry, rules.MaxRefs);
        Outcome = new OutcomeBuilder(Registry);
        Authority = new Authority(record, rules.Opening, Outcome);
        Admission = new Admission(Authority);
        _notice = NoticeOf(record.Settings.Notice);
    }

    public RoomRules Rules { get; }

    public string LogId { get; }

    public PrivateLog Private { get; }

    public RoomRegistry Registry { get; }

    public Members Members { get; }

    public MessageLog Log { get; }

    public Deduplication Deduplication { get; }

    public OutcomeBuilder Outcome { get; }

    public Authority Authority { get; }

    public Admission Admission { get; }

    public bool IsClosed { get; private set; }

    public PendingBatch Batch { get; } = new();

    /// <summary>The room's own address.</summary>
    public PeerAddress Address { get; private set; } = new("0.0.0.0", 0);

    /// <summary>The base URL of its files.</summary>
    public string FilesUrl { get; private set; } = "";

    public IReadOnlyDictionary<SessionId, Session> Sessions => _sessions;

    public void Open(PeerAddress address, WebEndpoint? web)
    {
        (Address, FilesUrl) = (address, web?.At(address.Ip) ?? "");
        _notice = NoticeOf(Authority.Settings.Notice);
    }

    public void ChangeNotice(string text)
    {
        _notice = NoticeOf(text);
        Log.Add(_notice);
    }

    /// <summary>Appends a system message to the log.</summary>
    public void Publish(SystemMessage what, Timestamp now) => Log.Append(ChatMessage.Of(what, Address, now.Local));

    public void Add(Session session)
    {
        _sessions.Add(session.Id, session);
        Batch.Join(session);
        if (session.IsOwner) Batch.DeliverMail(session);
    }

    /// <summary>Removes a session. The member leaves with their last one.</summary>
    public void Remove(Session session, Timestamp now)
    {
        var (member, away) = (session.Of, session.Of.Away);
        _sessions.Remove(session.Id);
        Batch.Remove(session);
        var hasLeft = Members.Remove(session, now);
        ShowAway(member, away);
        if (hasLeft) Publish(new SystemMessage.Left(member.Member), now);
    }

    /// <summary>Shows whether a member is away, if that has changed.</summary>
    public void ShowAway(MemberSessions member, string before)
    {
        if (member.Away != before) Log.Add(new RoomEvent.AwayShown([new Absence(member.Member, member.Away)]));
    }

    /// <summary>Disconnects everyone and refuses all later joins.</summary>
    public void Close(Refusal reason, Timestamp now)
    {
        EndBatch(now);
        foreach (var id in _sessions.Keys) Outcome.Add(new Delivery.Disconnected(id, reason));
        _sessions.Clear();
        IsClosed = true;
    }

    /// <summary>
    /// Ends the batch. Newcomers are shown the history before the batch and then get the batch
    /// itself, so they miss nothing and get nothing twice.
    /// </summary>
    public void EndBatch(Timestamp now)
    {
        Welcome(Batch.DequeueNewcomers(), now);
        if (Log.DequeueBatch() is { Length: > 0 } batch) Outcome.Broadcast(batch);
        foreach (var file in Batch.DequeueRecalledFiles()) Outcome.Add(new Delivery.FileRecalled(file));
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
        RoomEvent[] away = Members.Absences() is [_, ..] absences ? [new RoomEvent.AwayShown(absences)] : [];
        return
        [
            _notice, new RoomEvent.MembersShown(Members.List()), .. away,
            new RoomEvent.SettingsShown(Authority.Settings),
        ];
    }

    /// <summary>
    /// The room's own notice, else that of the server, else the default one. Normalises line breaks
    /// to those of the wire.
    /// </summary>
    private RoomEvent NoticeOf(string own) => (own.Length > 0 ? own : Rules.Notice) is { Length: > 0 } text
        ? new RoomEvent.NoticeShown(text.ReplaceLineEndings("\r\n"))
        : new RoomEvent.DefaultNoticeShown(Address);

    private void Welcome(Session[] newcomers, Timestamp now)
    {
        if (newcomers.Length == 0) return;
        var entrances = new Entrances(Rules, Log, StateEvents());
        foreach (var newcomer in newcomers)
        {
            newcomer.SeenVersion = Members.Version;
            var entrance = entrances.For(newcomer, Authority.Show(newcomer));
            Outcome.Add(new Delivery.Joined(newcomer.Id, newcomer.Sender, newcomer.IsOwner, entrance)
            {
                HasAccount = newcomer.Account is not null,
                IsBeside = newcomer.IsBeside,
            });
            if (Authority.May(newcomer, RoomAction.Admit) && Admission.Requests is [_, ..] waiting)
                Outcome.Reply(newcomer, new RoomEvent.EntryRequestsShown(waiting, Address, now.Local));
        }
    }
}

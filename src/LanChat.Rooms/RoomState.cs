using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// What a room consists of, and its turns: what everyone is told together, and who is told what
/// around it.
/// </summary>
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
        Known = Deduplication.Restore(restored.Registry, rules.Refs);
        Outcome = new OutcomeBuilder(Registry);
    }

    public RoomRules Rules { get; }

    public string LogId { get; }

    public NickRegistry Registry { get; }

    public Members Members { get; }

    public MessageLog Log { get; }

    public Deduplication Known { get; }

    public OutcomeBuilder Outcome { get; }

    public PendingTurn Turn { get; } = new();

    /// <summary>The room's own address.</summary>
    public PeerAddress Address { get; private set; } = new("0.0.0.0", 0);

    /// <summary>The base URL of its files.</summary>
    public string Pages { get; private set; } = "";

    public IReadOnlyDictionary<SessionId, Session> Sessions => _sessions;

    public void Open(PeerAddress address, WebDoor? web)
    {
        (Address, Pages) = (address, web?.At(address.Ip) ?? "");
        if (Rules.Notice.Length == 0) _notice = new RoomEvent.DefaultNoticeShown(address);
    }

    public void ChangeNotice(string text)
    {
        _notice = NoticeOf(text);
        Log.Add(_notice);
    }

    /// <summary>The room says something to everyone.</summary>
    public void Announce(SystemMessage what, Moment now) => Log.Append(ChatMessage.Of(what, Address, now.Local));

    public void Add(Session session, Moment now)
    {
        _sessions.Add(session.Id, session);
        Turn.Join(session);
        if (session.IsOwner) Turn.HandOverMail(session);
        Announce(new SystemMessage.Joined(session.Member), now);
    }

    public void Remove(Session session, Moment now)
    {
        _sessions.Remove(session.Id);
        Turn.Forget(session);
        Members.Remove(session, now);
        if (session.Away.Length > 0) Log.Add(new RoomEvent.AwayShown([new Absence(session.Member, "")]));
        Announce(new SystemMessage.Left(session.Member), now);
    }

    /// <summary>Everyone is gone, without a word to those who stay.</summary>
    public void Clear() => _sessions.Clear();

    /// <summary>
    /// Ends the turn. Newcomers are shown the history as it was before it, and then get the turn,
    /// so they miss nothing and get nothing twice.
    /// </summary>
    public void EndTurn(Moment now)
    {
        Welcome(Turn.TakeNewcomers());
        if (Log.TakeTurn() is { Length: > 0 } said) Outcome.Broadcast(said);
        foreach (var own in Turn.TakeConfirmations().GroupBy(confirmed => confirmed.Speaker))
            Outcome.Reply(own.Key, [.. own.Select(confirmed => confirmed.Known)]);
        foreach (var owner in Turn.TakeMail()) OfflineMail.HandOver(this, owner, now);
        foreach (var leaver in Turn.TakeLeavers())
        {
            Outcome.Add(new Delivery.Left(leaver.Id));
            Remove(leaver, now);
        }
    }

    /// <summary>What everyone who joins is shown, beside the history.</summary>
    public RoomEvent[] Present()
    {
        RoomEvent[] present = [_notice, new RoomEvent.MembersShown(Members.List())];
        return Members.Absences() is [_, ..] away ? [.. present, new RoomEvent.AwayShown(away)] : present;
    }

    // However a notice breaks its lines, on the wire they are broken in one way.
    private static RoomEvent.NoticeShown NoticeOf(string text) => new(text.ReplaceLineEndings("\r\n"));

    private void Welcome(Session[] newcomers)
    {
        if (newcomers.Length == 0) return;
        var present = Present();
        var forNewcomers = Entrance.ForNewcomer(Rules, present, Log);
        var forStrangers = new Lazy<Entrance>(() => Entrance.ForStranger(Rules, present, Log));
        foreach (var newcomer in newcomers)
        {
            newcomer.SeenVersion = Members.Version;
            var entrance = newcomer.Since switch
            {
                null => forNewcomers,
                { IsKnown: false } => forStrangers.Value,
                { Id: var since } => Entrance.Since(since, Rules, present, Log),
            };
            Outcome.Add(new Delivery.Joined(newcomer.Id, newcomer.Member, newcomer.IsOwner, entrance));
        }
    }
}

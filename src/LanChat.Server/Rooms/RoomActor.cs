using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;
using LanChat.Server.Files;
using LanChat.Server.History;
using LanChat.Server.Metrics;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>
/// Owns a room: hands requests to its rules one after the other, has the outcome persisted, and
/// delivers it in order. Requests that come while an outcome is persisted are handled at once and
/// belong to the next.
/// </summary>
internal sealed class RoomActor : UntypedActor, IWithTimers
{
    private sealed record HistoryIsSlow(long Number) : INoSerializationVerificationNeeded;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Recipients _recipients = new();
    private readonly Room _room;
    private readonly ServerSettings _settings;
    private readonly TimeProvider _clock;
    private readonly IActorRef _history;
    private RoomPacing _pacing = null!;
    private RoomDelivery _delivery = null!;
    private PendingOutcome? _pending;
    private long _lastAsked;
    private int _version;
    private int _counted;

    /// <param name="settings">The rules of the room.</param>
    /// <param name="clock">Tells when something was said.</param>
    /// <param name="restored">What the room remembers.</param>
    /// <param name="history">
    /// Who keeps what is said (<see cref="HistoryProtocol"/>), or nobody.
    /// </param>
    /// <param name="files">Where small text files are kept.</param>
    public static Props Props(
        ServerSettings settings, TimeProvider clock, RestoredState restored, IActorRef history, SnippetStore files) =>
        Akka.Actor.Props.Create(() => new RoomActor(settings, clock, restored, history, files));

    public RoomActor(
        ServerSettings settings, TimeProvider clock, RestoredState restored, IActorRef history, SnippetStore files)
    {
        (_settings, _clock, _history) = (settings, clock, history);
        _room = new Room(settings.RoomRules(isDurable: !history.IsNobody()), restored, files);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private Moment Now => Moment.Of(_clock);

    protected override void PreStart()
    {
        _pacing = new RoomPacing(Timers, Self);
        _delivery = new RoomDelivery(_room, _recipients, _pacing, _history, _log);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case RoomPacing.Flush: Begin(); break;
            case RoomPacing.ListMembers: if (_pacing.MayList()) _delivery.ListMembers(); break;
            case HistoryProtocol.Kept or HistoryProtocol.Recalled or HistoryIsSlow: break; // no longer waited for
            default: Handle(message); break;
        }
    }

    /// <summary>The history reads or keeps something for the outcome that is told next.</summary>
    private void Persisting(object message)
    {
        switch (message)
        {
            case RoomPacing.Flush: _pacing.Flushed(); break;
            case RoomPacing.ListMembers: ListSoon(); break;
            case HistoryProtocol.Recalled read when read.Number == _lastAsked: Read(read.Said); break;
            case HistoryProtocol.Kept kept when kept.Number == _lastAsked: End(); break;
            case HistoryIsSlow slow when slow.Number == _lastAsked: GoOnWithout(); break;
            case HistoryProtocol.Kept or HistoryProtocol.Recalled or HistoryIsSlow: break;
            default: Handle(message); break;
        }
    }

    private void Handle(object message)
    {
        switch (message)
        {
            case ClientMessage request: Handle(request); break;
            case Receipts.MostTaken most: _pacing.Arrived(most.Receipts); break;
            case RoomPacing.WaitedLongEnough waited: _pacing.Arrived(waited.For); break;
            case RoomProtocol.Join join: Join(join); break;
            case RoomProtocol.Leave: Leave(); break;
            case Terminated lost: Disconnect(_recipients.IdOf(lost.ActorRef)); break;
            case RoomProtocol.CountMembers: _delivery.Count(Sender); break;
            case RoomProtocol.ShareUploaded file: _room.ShareUpload(_delivery.Expect(file, Sender), Now); break;
            case RoomProtocol.ChangeNotice notice: _room.ChangeNotice(notice.Text); break;
            case RoomProtocol.Open open: _room.Open(open.Address, open.Web); break;
            case RoomProtocol.Close: _room.Close(Now); break;
            case HistoryProtocol.Troubled: _room.StoreFailed(Now); break;
            case HistoryProtocol.Recovered recovered: _room.StoreRecovered(recovered.Lost, Now); break;
            default: Unhandled(message); break;
        }

        AfterHandling();
    }

    private void Handle(ClientMessage request)
    {
        if (!_room.Handle(_recipients.IdOf(Sender), request, Now)) Unhandled(request);
    }

    private void AfterHandling()
    {
        if (_room.IsAwaited) _pacing.FlushNow();
        else if (_room.HasOutcome) _pacing.FlushSoon();
        if (_room.Version != _version) ListSoon();
        if (_room.Count != _counted) ServerMeter.Members.Add(_room.Count - _counted);
        (_version, _counted) = (_room.Version, _room.Count);
    }

    private void Join(RoomProtocol.Join join)
    {
        if (_recipients.Contains(Sender)) return;
        var id = _recipients.Next();
        if (!_room.TryJoin(id, join, Now, out var refusal)) Sender.Tell(new RoomProtocol.JoinRejected(refusal));
        else _recipients.Add(id, Context.Watch(Sender), join.SaysWhatItTook);
    }

    private void Leave()
    {
        if (_recipients.Contains(Sender)) _room.Leave(_recipients.IdOf(Sender));
        else Sender.Tell(RoomProtocol.Left.Instance);
    }

    private void Disconnect(SessionId session)
    {
        _room.Disconnect(session, Now);
        _delivery.Forget(session);
    }

    private void Begin()
    {
        _pacing.Flushed();
        var pending = new PendingOutcome(_room.TakeOutcome(Now));
        if (pending.Outcome.ReadAfter is not { } after) Keep(pending);
        else Ask(pending, new HistoryProtocol.Recall(++_lastAsked, after, _settings.History.CatchUp));
    }

    private void Read(IReadOnlyList<ChatMessage> messages) => Keep(_pending! with { Read = messages });

    private void Keep(PendingOutcome pending)
    {
        var outcome = pending.Outcome;
        var isKept = outcome.IsKept && !_history.IsNobody();
        var tellsFirst = !isKept || _settings.History.Durability == Durability.Relaxed;
        _delivery.Deliver(outcome.AtOnce, pending.Read);
        var kept = pending with { IsRead = true, IsTold = tellsFirst };
        if (isKept) Ask(kept, HistoryProtocol.Keep.Of(outcome, ++_lastAsked)); // before lookups, which are to find it
        if (tellsFirst) _delivery.Deliver(outcome.Deliveries, pending.Read);
        if (!isKept) Idle();
    }

    private void Ask(PendingOutcome pending, object request)
    {
        _pending = pending;
        _history.Tell(request);
        Timers.StartSingleTimer(nameof(HistoryIsSlow), new HistoryIsSlow(_lastAsked), Patience);
        Become(Persisting);
    }

    private void End()
    {
        if (!_pending!.IsTold) _delivery.Deliver(_pending.Outcome.Deliveries, _pending.Read);
        Idle();
    }

    private void Idle()
    {
        _pending = null;
        Timers.Cancel(nameof(HistoryIsSlow));
        Become(OnReceive);
        AfterHandling();
    }

    private void GoOnWithout()
    {
        _log.Warning("the history takes longer than {0} s; the room goes on without it", Patience.TotalSeconds);
        if (_pending!.IsRead) End();
        else Read([]);
    }

    private void ListSoon() => _pacing.ListSoon(_settings.Members.For(_room.Count));
}

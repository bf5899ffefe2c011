using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;
using LanChat.Server.History;
using LanChat.Server.Metrics;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>
/// Owns a room: passes requests to its rules one after the other, has the outcome persisted and
/// delivers it in order. Requests that arrive meanwhile are handled at once and belong to the next
/// outcome.
/// </summary>
internal sealed class RoomActor : UntypedActor, IWithTimers
{
    private sealed record HistoryTimedOut(long Number) : INoSerializationVerificationNeeded;

    private static readonly TimeSpan HistoryTimeout = TimeSpan.FromSeconds(2);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Recipients _recipients = new();
    private readonly Room _room;
    private readonly RoomSetup _setup;
    private readonly RoomPersistence _persistence;
    private RoomPacing _pacing = null!;
    private RoomDelivery _delivery = null!;
    private RoomControl _control = null!;
    private PendingOutcome? _pending;
    private long _lastRequest;
    private int _version;
    private int _countedMembers;

    /// <param name="setup">What the room starts from.</param>
    public static Props Props(RoomSetup setup) => Akka.Actor.Props.Create(() => new RoomActor(setup));

    public RoomActor(RoomSetup setup)
    {
        _setup = setup;
        _persistence = new RoomPersistence(setup);
        _room = setup.CreateRoom();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private Timestamp Now => Timestamp.Now(_setup.Clock);

    protected override void PreStart()
    {
        _pacing = new RoomPacing(Timers, Self);
        _delivery = new RoomDelivery(_room, _recipients, _pacing, _setup, Self, _log);
        foreach (var link in _setup.Restored.RecalledFiles) _setup.RemoveFile(link);
        _control = new RoomControl(_room, _recipients, _delivery);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case RoomPacing.Flush: Flush(); break;
            case RoomPacing.ListMembers: if (_pacing.MayList()) _delivery.ListMembers(); break;
            case HistoryProtocol.Persisted or HistoryProtocol.MessagesRead or HistoryTimedOut: break; // too late
            default: Handle(message); break;
        }
    }

    /// <summary>The history reads or persists something for the pending outcome.</summary>
    private void Persisting(object message)
    {
        switch (message)
        {
            case RoomPacing.Flush: _pacing.BeginFlush(); break;
            case RoomPacing.ListMembers: ListSoon(); break;
            case HistoryProtocol.MessagesRead read when read.Number == _lastRequest: Read(read.Messages); break;
            case HistoryProtocol.Persisted persisted when persisted.Number == _lastRequest: Persisted(); break;
            case HistoryTimedOut timeout when timeout.Number == _lastRequest: ContinueWithoutHistory(); break;
            case HistoryProtocol.Persisted or HistoryProtocol.MessagesRead or HistoryTimedOut: break;
            default: Handle(message); break;
        }
    }

    private void Handle(object message)
    {
        switch (message)
        {
            case ClientMessage request: Handle(request); break;
            case Receipts.MostAcknowledged most: _pacing.Complete(most.Receipts); break;
            case RoomPacing.BroadcastTimedOut late: _pacing.Complete(late.Receipts); break;
            case RoomProtocol.Join join: Join(join); break;
            case RoomProtocol.Leave: Leave(); break;
            case Terminated lost: Disconnect(_recipients.IdOf(lost.ActorRef)); break;
            case RoomProtocol.Passivate: if (_control.MayStop(_pending is null, Sender)) Context.Stop(Self); break;
            default:
                if (!_control.TryHandle(message, Sender, Now)) Unhandled(message);
                break;
        }

        ScheduleFlush();
    }

    private void Handle(ClientMessage request)
    {
        if (!_room.Handle(_recipients.IdOf(Sender), request, Now)) Unhandled(request);
    }

    private void ScheduleFlush()
    {
        if (_room.HasReplies) _pacing.FlushNow();
        else if (_room.HasOutcome) _pacing.FlushSoon();
        if (_room.Version != _version) ListSoon();
        if (_room.Count != _countedMembers) ServerMeter.Members.Add(_room.Count - _countedMembers);
        (_version, _countedMembers) = (_room.Version, _room.Count);
    }

    private void Join(RoomProtocol.Join join)
    {
        if (_recipients.Contains(Sender)) return;
        var id = _recipients.NextId();
        var hasJoined = _room.TryJoin(id, join, Now, out var refusal);
        if (hasJoined || refusal!.Is(Refusal.EntryAsked))
            _recipients.Add(id, Context.Watch(Sender), join.AcknowledgesBatches);
        if (!hasJoined) Sender.Tell(RoomProtocol.Rejected(refusal!));
    }

    private void Leave()
    {
        if (_recipients.Contains(Sender)) _room.Leave(_recipients.IdOf(Sender));
        else Sender.Tell(RoomProtocol.Left.Instance);
    }

    private void Disconnect(SessionId session)
    {
        _room.Disconnect(session, Now);
        _delivery.Remove(session);
    }

    private void Flush()
    {
        _pacing.BeginFlush();
        var pending = new PendingOutcome(_room.DequeueOutcome(Now));
        if (_persistence.TryReadFor(pending.Outcome, ++_lastRequest)) Await(pending);
        else Persist(pending);
    }

    private void Read(IReadOnlyList<ChatMessage> messages) => Persist(_pending! with { Read = messages });

    private void Persist(PendingOutcome pending)
    {
        var outcome = pending.Outcome;
        _delivery.Deliver(outcome.Immediate, pending.Read);
        var awaited = _persistence.Persist(outcome, ++_lastRequest); // before searches
        var deliversFirst = awaited == 0 || _setup.Settings.History.Durability == Durability.Relaxed;
        if (awaited > 0) Await(pending with { IsRead = true, IsDelivered = deliversFirst, Awaited = awaited });
        if (deliversFirst) _delivery.Deliver(outcome.Deliveries, pending.Read);
        if (awaited == 0) ReturnToIdle();
    }

    private void Persisted()
    {
        _pending = _pending! with { Awaited = _pending.Awaited - 1 };
        if (_pending.Awaited == 0) Complete();
    }

    private void Await(PendingOutcome pending)
    {
        _pending = pending;
        Timers.StartSingleTimer(nameof(HistoryTimedOut), new HistoryTimedOut(_lastRequest), HistoryTimeout);
        Become(Persisting);
    }

    private void Complete()
    {
        if (!_pending!.IsDelivered) _delivery.Deliver(_pending.Outcome.Deliveries, _pending.Read);
        ReturnToIdle();
    }

    private void ReturnToIdle()
    {
        _pending = null;
        Timers.Cancel(nameof(HistoryTimedOut));
        Become(OnReceive);
        ScheduleFlush();
    }

    private void ContinueWithoutHistory()
    {
        _log.Warning("the history takes longer than {0} s; the room goes on without it", HistoryTimeout.TotalSeconds);
        if (_pending!.IsRead) Complete();
        else Read([]);
    }

    private void ListSoon() => _pacing.ListSoon(_setup.Settings.Members.For(_room.Count));
}

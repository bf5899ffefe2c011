using Akka.Actor;
using LanChat.Client.Settings;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>
/// Owns one user's session in one room: joins, keeps requests until they are answered, and
/// reconnects with backoff after a loss, until the owner leaves or the room refuses.
/// </summary>
internal sealed class SessionActor : UntypedActor, IWithTimers
{
    private enum Due
    {
        Retry,
        Welcome,
        Reply,
        Refill,
        Ping,
        LeaveTimeout,
    }

    public static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WelcomeTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReplyTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LeaveTimeout = TimeSpan.FromSeconds(2);

    private readonly ServerAddress _server;
    private readonly Func<IActorRef, Props> _makeConnection;
    private readonly TimeProvider _clock;
    private readonly IActorRef _owner;
    private readonly Outbox _outbox;
    private readonly Backoff _backoff;
    private readonly OfflineMessages _offlineMessages = new();
    private Hello _hello;
    private SessionConnection? _connection;
    private bool _hasJoined;
    private bool _isLeaving;
    private bool _measuresLatency;

    public SessionActor(
        ServerAddress server, Hello hello, ClientSettings settings, Func<IActorRef, Props> makeConnection,
        TimeProvider clock, IActorRef owner)
    {
        (_server, _hello, _makeConnection, _clock, _owner) = (server, hello, makeConnection, clock, owner);
        _outbox = new Outbox(settings.Limits.Waiting);
        _backoff = new Backoff(settings.Reconnect, Random.Shared);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private ConnectionState? State => _connection?.State;

    /// <param name="server">Address of the server.</param>
    /// <param name="hello">The greeting of the first connection.</param>
    /// <param name="settings">Backoff and limits.</param>
    /// <param name="makeConnection">Makes the session's <see cref="ConnectionActor"/>.</param>
    /// <param name="clock">Measures the latency.</param>
    /// <param name="owner">Sends and receives <see cref="SessionProtocol"/> messages.</param>
    public static Props Props(
        ServerAddress server, Hello hello, ClientSettings settings, Func<IActorRef, Props> makeConnection,
        TimeProvider clock, IActorRef owner) =>
        Akka.Actor.Props.Create(() => new SessionActor(server, hello, settings, makeConnection, clock, owner));

    protected override void PreStart() => Connect();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            // Late message of an abandoned connection.
            case ConnectionProtocol.IEvent when !Sender.Equals(_connection?.Actor): break;
            case ConnectionProtocol.Received received: HandleEvents(received.Events); break;
            case ConnectionProtocol.Written: _connection!.EndWrite(); WriteNext(); break;
            case SessionProtocol.EventsHandled: MarkShown(); ResumeReading(); break;
            case SessionProtocol.Send send: Enqueue(send.Request); break;
            case ConnectionProtocol.Opened opened: SendHello(opened.Ip); break;
            case ConnectionProtocol.Failed failed: HandleFailure(failed.Reason); break;
            case Due.Retry: Connect(); break;
            case Due.Welcome: Abort(ConnectionTexts.NotLikeARoom($"{_server}")); break;
            case Due.Reply: Abort(ConnectionTexts.RoomSilent); break;
            case Due.Refill: Refill(); break;
            case Due.Ping: MeasureLatency(); break;
            case SessionProtocol.MeasureLatency: _measuresLatency = true; break;
            case Due.LeaveTimeout: End(null); break;
            case SessionProtocol.Leave: Leave(); break;
            default: Unhandled(message); break;
        }
    }

    private void Connect() => _connection = new SessionConnection(Context.ActorOf(_makeConnection(Self)));

    private void SendHello(string ip)
    {
        _connection!.Open(ip, new ConnectionState(_hello, _outbox, _clock, _offlineMessages));
        Timers.StartSingleTimer(Due.Welcome, Due.Welcome, WelcomeTimeout);
        WriteNext();
    }

    private void Enqueue(OutgoingRequest request)
    {
        if (_outbox.TryEnqueue(request)) WriteNext();
        else Decline(request, ConnectionTexts.TooManyWaiting);
    }

    private void Decline(OutgoingRequest request, string reason) =>
        _owner.Tell(new SessionProtocol.Declined(request, reason));

    /// <summary>Writes pending bytes, unless a write is under way.</summary>
    private void WriteNext()
    {
        if (_connection is not { IsWriting: false, State: { } state }) return;
        var bytes = state.DequeueBytes(Decline);
        StartReplyTimer();
        ScheduleRefill();
        if (bytes.Length > 0) _connection.Write(bytes);
    }

    private void ScheduleRefill()
    {
        if (State!.Pacing.NeedsRefill && !Timers.IsTimerActive(Due.Refill))
            Timers.StartSingleTimer(Due.Refill, Due.Refill, Pacing.Interval);
    }

    private void Refill()
    {
        State!.Pacing.Refill();
        ScheduleRefill();
        WriteNext();
    }

    private void HandleEvents(IReadOnlyList<RoomEvent> events)
    {
        _connection!.EndRead();
        Timers.Cancel(Due.Reply);
        var declined = new List<SessionProtocol.Declined>();
        var state = _connection.State!;
        var received = state.Handle(
            events, (request, reason) => declined.Add(new SessionProtocol.Declined(request, reason)));
        _hello = state.Hello;
        if (state.Welcome is not null) HandleWelcome();
        if (state.AwaitsAdmission) Timers.Cancel(Due.Welcome);
        var hasNews = received.Events.Count > 0 || received.Answered.Count > 0;
        if (hasNews) _owner.Tell(received with { Ip = _connection.Ip });
        if (state.ConsumeLatency() is { } latency) _owner.Tell(new SessionProtocol.LatencyMeasured(latency));
        foreach (var message in declined) _owner.Tell(message);
        if (state.ClosingRefusal is { } refusal && IsFinal(refusal))
        {
            End(refusal);
            return;
        }

        if (!hasNews) state.MarkShown();
        if (!hasNews) ResumeReading();
        if (_isLeaving && _outbox.IsEmpty) _connection.Close();
        else WriteNext();
    }

    private void MarkShown()
    {
        if (State is null) return;
        State.MarkShown();
        WriteNext();
    }

    private void ResumeReading()
    {
        _connection?.ResumeReading();
        StartReplyTimer();
    }

    /// <summary>Runs only while reading: a paused connection receives no reply.</summary>
    private void StartReplyTimer()
    {
        if (_connection is { IsReading: true } && _outbox.HasSent && !Timers.IsTimerActive(Due.Reply))
            Timers.StartSingleTimer(Due.Reply, Due.Reply, ReplyTimeout);
    }

    private void HandleWelcome()
    {
        _hasJoined = true;
        _backoff.Reset();
        Timers.Cancel(Due.Welcome);
        if (_measuresLatency && !Timers.IsTimerActive(Due.Ping)) MeasureLatency();
    }

    /// <summary>Measures now and then at an interval, while the connection lasts.</summary>
    private void MeasureLatency()
    {
        Timers.StartSingleTimer(Due.Ping, Due.Ping, PingInterval);
        State!.SchedulePing();
        WriteNext();
    }

    /// <summary>
    /// A refused nickname stays refused, and so does a room that may not be entered. Other refusals
    /// are final only before the first join.
    /// </summary>
    private bool IsFinal(Refusal refusal) => !refusal.Is(Refusal.Closing) && !refusal.Is(Refusal.AccountChanged)
        && (!_hasJoined || refusal.IsAboutNickname() || refusal.IsAboutEntry()
            || refusal.Is(Refusal.TakenOver) || refusal.Is(Refusal.Unlinked) || refusal.Is(Refusal.AccountDeleted));

    private void HandleFailure(string reason) => HandleLoss(State?.ClosingRefusal?.Sentence() ?? reason);

    private void Abort(string reason)
    {
        Context.Stop(_connection!.Actor);
        HandleLoss(reason);
    }

    private void HandleLoss(string reason)
    {
        var resent = State?.Welcome is { KnowsRefs: true } ? _outbox.RequeueSent() : [];
        _connection = null;
        Timers.CancelAll();
        if (_isLeaving)
        {
            End(null);
            return;
        }

        var pause = _backoff.Next();
        Timers.StartSingleTimer(Due.Retry, Due.Retry, pause);
        _owner.Tell(new SessionProtocol.Lost(reason, pause, _outbox.DequeueUnacknowledged()) { Resent = resent });
    }

    private void Leave()
    {
        _isLeaving = true;
        if (State?.Welcome is null)
        {
            End(null);
            return;
        }

        Timers.StartSingleTimer(Due.LeaveTimeout, Due.LeaveTimeout, LeaveTimeout);
        if (_outbox.IsEmpty) _connection!.Close();
    }

    private void End(Refusal? refusal)
    {
        var (unsent, resent) = _outbox.DequeueUnsent();
        _owner.Tell(new SessionProtocol.Ended(refusal, [.. resent, .. _outbox.DequeueUnacknowledged()], unsent));
        Context.Stop(Self);
    }
}

using Akka.Actor;
using Akka.Event;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Broadcasts;
using LanChat.Server.Files;
using LanChat.Server.Lookup;
using LanChat.Server.Metrics;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>
/// Owns one client's connection: what it has begun to say, what waits to be written to it, and what it may cost. It reads again only when
/// the room has answered what came before, so nobody can say more than the room takes in, nor than they read themselves; it has one write
/// under way, so a slow reader fills only a queue of their own.
/// </summary>
internal sealed partial class ConnectionActor : UntypedActor, IWithTimers
{
    private sealed record Elapsed(string Timer)
    {
        public static readonly Elapsed Greeting = new(nameof(Greeting));
        public static readonly Elapsed Quiet = new(nameof(Quiet));
        public static readonly Elapsed Turn = new(nameof(Turn));
        public static readonly Elapsed Spacing = new(nameof(Spacing));
        public static readonly Elapsed Ping = new(nameof(Ping));
        public static readonly Elapsed Farewell = new(nameof(Farewell));
    }

    private sealed record SocketGone
    {
        public static readonly SocketGone Instance = new();
    }

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly ConnectionProtocol.Accepted _client;
    private readonly PeerAddress _remote;
    private readonly IActorRef _room;
    private readonly ServerSettings _settings;
    private readonly TimeProvider _clock;
    private readonly FloodGate _gate;
    private readonly UploadPasses? _passes;
    private readonly KeyValuePair<string, object?> _dialect;
    private readonly Ear _ear;
    private readonly Outbox _outbox;
    private FileOffer? _offer;
    private bool _awaitsRoom;
    private int _silentTicks;

    public static Props Props(
        ConnectionProtocol.Accepted client, IActorRef room, IDialect dialect, ServerSettings settings, FloodGate gate, TimeProvider clock, UploadPasses? passes = null) =>
        Akka.Actor.Props.Create(() => new ConnectionActor(client, room, dialect, settings, gate, clock, passes));

    public ConnectionActor(
        ConnectionProtocol.Accepted client, IActorRef room, IDialect dialect, ServerSettings settings, FloodGate gate, TimeProvider clock, UploadPasses? passes = null)
    {
        (_client, _room, _settings, _gate, _clock, _passes) = (client, room, settings, gate, clock, passes);
        _remote = PeerAddress.Of(client.Remote);
        _dialect = new KeyValuePair<string, object?>("dialect", dialect.Name);
        _ear = new Ear(dialect.Open(new WireLimits(settings.Limits.Line, settings.Raw.Quiet), _remote));
        _outbox = new Outbox(client.Socket, settings.Limits.Waiting);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private IConversation Conversation => _ear.Conversation;

    private IEncoder Encoder => Conversation.Encoder;

    private PeerAddress Local => PeerAddress.Of(_client.Local);

    private DateTime Now => _clock.GetLocalNow().DateTime;

    protected override void PreStart()
    {
        ServerMeter.Connections.Add(1, _dialect);
        Context.WatchWith(_client.Socket, SocketGone.Instance);
        _client.Socket.Tell(new Tcp.Register(Self, keepOpenOnPeerClosed: true));
        ReadOn();
        if (_client.Refused is { } reason) Refuse(reason);
        else Begin();
    }

    private void Begin()
    {
        StartTimer(Elapsed.Greeting, _settings.Limits.Greeting);
        if (Conversation.Begin() is { } first) Admit(first);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Turn turn: Hear(turn); break;
            case Written: Acknowledged(); break;
            case LookupProtocol.Answer answer: Hear(answer); break;
            case Tcp.Received received: Read(received.Data); break;
            case Elapsed elapsed: TimeIsUp(elapsed); break;
            case RoomProtocol.Joined joined: Enter(joined); break;
            case RoomProtocol.JoinRejected rejected: Reject(rejected.Reason); break;
            case RoomProtocol.Left: _asked = null; Close(); break;
            case RoomProtocol.Dismissed dismissed: Refuse(dismissed.Reason); break;
            case ConnectionProtocol.Dismiss dismiss: Refuse(dismiss.Reason); break;
            case Tcp.PeerClosed: End(); break;
            case Tcp.ConnectionClosed or Tcp.CommandFailed or SocketGone: Context.Stop(Self); break;
            default: Unhandled(message); break;
        }
    }

    private void Take(ClientMessage message)
    {
        if (_closing) return;
        switch (message)
        {
            case not (ClientMessage.Prove or ClientMessage.Bad or ClientMessage.Declined) when IsChallenged: Refuse(Refusal.KeyUnproven); break;
            case ClientMessage.Enter { Key: { } key } enter when _settings.Names.Kept > 0: Challenge(enter, key); break;
            case ClientMessage.Enter enter: Ask(enter); break;
            case ClientMessage.Prove proof: Check(proof.Signature); break;
            case ClientMessage.Had: _room.Tell(message); break;
            case ClientMessage.Answered answered: Send([answered.Frame]); break;
            case ClientMessage.Declined declined: Send([declined.Frame]); break;
            case ClientMessage.Help: Send(Encode(new RoomEvent.HelpGiven(Local, Now))); break;
            case ClientMessage.Leave: Leave(); break;
            case ClientMessage.Bad bad: Refuse(bad.Reason); break;
            case ClientMessage.Pong: break;
            case ClientMessage.Ping ping: Send(Encode(new RoomEvent.Ponged(ping.Number))); break;
            case ClientMessage.Look or ClientMessage.Search: LookUp(message); break;
            default: Want(message); break;
        }
    }

    /// <summary>Everything else is for the room, and answered by it; nothing more is read until then.</summary>
    private void Want(object message)
    {
        _awaitsRoom = true;
        _room.Tell(message);
    }

    private void Hear(Turn turn)
    {
        if (_you is { } you && IsForOthers(turn, you)) SendOwn(turn, you);
        else if (!_outbox.TrySend(turn.For(Encoder), turn.Receipts)) Overflow();
        _awaitsRoom = false;
        ReadOn();
    }

    private void SendOwn(Turn turn, Member you)
    {
        turn.Receipts?.Add();
        Send(Encoder.Encode([.. turn.Events.Where(said => Encoder.IsFor(said, you))]));
    }

    // Most turns are for all who speak a dialect, and encoded once for all of them.
    private bool IsForOthers(Turn turn, Member you) => Encoder.HasPersonalView && turn.Events.Any(said => !Encoder.IsFor(said, you));

    private void TimeIsUp(Elapsed timer)
    {
        if (timer == Elapsed.Spacing) WriteNext();
        else if (timer == Elapsed.Farewell) _client.Socket.Tell(Tcp.Abort.Instance);
        else if (_closing) return;
        else if (timer == Elapsed.Greeting) Refuse(Refusal.GreetingTimedOut);
        else if (timer == Elapsed.Ping) LookAfter();
        else if (timer == Elapsed.Turn) TakeHeld();
        else if (timer == Elapsed.Quiet && Conversation.Quiet() is { } message) Admit(message);
    }

    private void Leave()
    {
        if (_asked is null) Close();
        else _room.Tell(RoomProtocol.Leave.Instance);
    }

    private IReadOnlyList<byte[]> Encode(RoomEvent said) => Encoder.Encode([said]);

    private void Send(IReadOnlyList<byte[]> frames)
    {
        if (!_outbox.TrySend(frames, Encoder.FramesArriveAlone)) Overflow();
    }

    private void Overflow()
    {
        _outbox.Clear();
        Refuse(Refusal.TooSlow);
    }

    private void Acknowledged()
    {
        if (Encoder.FramesArriveAlone) StartTimer(Elapsed.Spacing, _settings.Raw.Spacing);
        else WriteNext();
    }

    private void WriteNext()
    {
        if (!_outbox.WriteNext(Encoder.FramesArriveAlone) && _closing) _client.Socket.Tell(Tcp.ConfirmedClose.Instance);
        ReadOn();
    }

    private void StartTimer(Elapsed timer, TimeSpan after) => Timers.StartSingleTimer(timer.Timer, timer, after);
}

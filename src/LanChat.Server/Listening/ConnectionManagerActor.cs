using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Connections;
using LanChat.Server.Files;
using LanChat.Server.Network;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Server.Sockets;
using LanChat.Server.Transports;

namespace LanChat.Server.Listening;

/// <summary>Owns the listeners, every connection they accept, and what each address has of them, whatever the dialect.</summary>
internal sealed class ConnectionManagerActor : UntypedActor, IWithTimers
{
    private sealed record Ended(IPAddress Address);

    private sealed record ListenerGone
    {
        public static readonly ListenerGone Instance = new();
    }

    private sealed record RoomGone
    {
        public static readonly RoomGone Instance = new();
    }

    private sealed record CalmCame
    {
        public static readonly CalmCame Instance = new();
    }

    private static readonly TimeSpan FullPeriod = TimeSpan.FromMinutes(1);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Housekeeping _housekeeping = new(Housekeeping.Collect);
    private readonly Origins _origins;
    private readonly List<IActorRef> _listeners = [];
    private readonly List<IActorRef> _subscribers = [];
    private readonly List<DialectEndpoint> _open = [];
    private readonly List<ConnectionManagerProtocol.ConnectionAccepted> _early = [];
    private readonly ConnectionSetup _connections;
    private readonly IActorRef _room;
    private readonly ServerSettings _settings;
    private readonly TimeProvider _clock;
    private readonly Descriptors _descriptors;
    private readonly UploadPasses? _passes;
    private readonly BoundEndpoints? _bound;
    private readonly LogPace _full;
    private object? _outcome;

    /// <param name="room">Where whoever arrives is brought.</param>
    /// <param name="settings">Where is listened, and how many may come.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="passes">For files by HTTP, where there are any.</param>
    /// <param name="bound">Where Kestrel listens; null: listeners of Akka.IO are started here.</param>
    /// <param name="origins">Counts what comes from each address; null where nobody else needs to know.</param>
    public static Props Props(
        IActorRef room, ServerSettings settings, TimeProvider clock, UploadPasses? passes = null, BoundEndpoints? bound = null, Origins? origins = null) =>
        Akka.Actor.Props.Create(() => new ConnectionManagerActor(room, settings, clock, passes, bound, origins));

    public ConnectionManagerActor(
        IActorRef room, ServerSettings settings, TimeProvider clock, UploadPasses? passes, BoundEndpoints? bound, Origins? origins)
    {
        (_room, _settings, _clock, _passes, _bound) = (room, settings, clock, passes, bound);
        _connections = new ConnectionSetup(room, settings, clock, passes);
        _origins = origins ?? new Origins(settings.Flood, clock);
        _descriptors = Descriptors.LeftFor(settings.Listen);
        _full = new LogPace(FullPeriod, clock);
    }

    private int Most => _settings.Limits.Connections is > 0 and var wanted ? wanted : _descriptors.EnoughFor();

    public ITimerScheduler Timers { get; set; } = null!;

    // A connection that fails is stopped and never restarted: its socket is gone with it.
    protected override SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.StoppingStrategy;

    protected override void PreStart()
    {
        Context.WatchWith(_room, RoomGone.Instance);
        if (_bound is null) Listen();
        else Open(_bound);
    }

    private void Open(BoundEndpoints bound)
    {
        bound.ReserveFrom(_descriptors.FirstReserved());
        foreach (var endpoint in bound.All) Open(endpoint);
    }

    private void Listen()
    {
        var log = _log;
        var sockets = ListenSockets.Of(_settings, _descriptors, _clock, warning => log.Warning(warning));
        foreach (var (dialect, port) in _settings.Listen.Ports)
        {
            var endpoint = new DialectEndpoint(dialect, new IPEndPoint(_settings.Listen.Address, port));
            var listener = Context.ActorOf(ListenerActor.Props(Context.System.Tcp(), endpoint, sockets.Backlog, sockets.Options), dialect.Name);
            Context.WatchWith(listener, ListenerGone.Instance);
            _listeners.Add(listener);
        }
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            // Listeners accept as soon as they listen; nobody enters before the room knows its address.
            case ConnectionManagerProtocol.ConnectionAccepted arrived when _open.Count < _settings.Listen.Ports.Count: _early.Add(arrived); break;
            case ConnectionManagerProtocol.ConnectionAccepted arrived: Receive(arrived); break;
            case Ended ended: Forget(ended.Address); break;
            case CalmCame: _housekeeping.TidyUp(); break;
            case RoomGone or ListenerGone: CoordinatedShutdown.Get(Context.System).Run(ServerFailed.Instance); break;
            case ConnectionManagerProtocol.Subscribe: Subscribe(); break;
            case ConnectionManagerProtocol.ListListeners: Sender.Tell(new ConnectionManagerProtocol.Listeners([.. _listeners])); break;
            case DialectEndpoint endpoint: Open(endpoint); break;
            case ConnectionManagerProtocol.ListeningFailed failed: Settle(failed); break;
            case ConnectionManagerProtocol.Drain drain: Drain(drain.Reason); break;
            default: Unhandled(message); break;
        }
    }

    private void Draining(object message)
    {
        switch (message)
        {
            case Ended ended: _origins.Remove(ended.Address); EndWhenEmpty(); break;
            case ConnectionManagerProtocol.ConnectionAccepted arrived: arrived.Socket.Tell(Tcp.Abort.Instance); break;
            case ListenerGone: StopAfterLast(); break;
            case ConnectionManagerProtocol.ListListeners: Sender.Tell(new ConnectionManagerProtocol.Listeners([])); break;
            case ConnectionManagerProtocol.Drain or DialectEndpoint or ConnectionManagerProtocol.ListeningFailed or CalmCame or RoomGone: break;
            default: Unhandled(message); break;
        }
    }

    private void Open(DialectEndpoint endpoint)
    {
        _open.Add(endpoint);
        if (_open.Count < _settings.Listen.Ports.Count) return;

        var inOrder = _settings.Listen.Ports.Select(port => _open.Single(open => open.Dialect == port.Dialect)).ToList();
        _room.Tell(new RoomProtocol.Open(OwnAddresses.Of(inOrder[0].EndPoint), _passes?.Web));
        Settle(new ConnectionManagerProtocol.Listening(inOrder));
        _early.ForEach(Receive);
        _early.Clear();
    }

    private void Settle(object outcome)
    {
        _outcome ??= outcome;
        foreach (var subscriber in _subscribers) subscriber.Tell(outcome);
        _subscribers.Clear();
    }

    private void Subscribe()
    {
        if (_outcome is null) _subscribers.Add(Sender);
        else Sender.Tell(_outcome);
    }

    private void Receive(ConnectionManagerProtocol.ConnectionAccepted arrived)
    {
        var address = arrived.Remote.Address;
        // Who is refused takes a place until they have read why: there are not as many of those as somebody can connect.
        if (IsFull() || IsTooMany(_origins.CountOf(address) / 2, arrived)) arrived.Socket.Tell(Tcp.Abort.Instance);
        else Serve(arrived, address);
    }

    private void Serve(ConnectionManagerProtocol.ConnectionAccepted arrived, IPAddress address)
    {
        var refused = IsTooMany(_origins.Add(address), arrived) ? Refusal.TooManyConnections : null;
        var client = new ConnectionProtocol.Accepted(
            arrived.Socket, arrived.Remote, arrived.Local, arrived.Dialect, refused);
        var connection = Context.ActorOf(
            ConnectionActor.Props(client, _origins.LimiterOf(address), _connections));
        Context.WatchWith(connection, new Ended(address));
        Note();
    }

    private void Forget(IPAddress address)
    {
        _origins.Remove(address);
        Note();
    }

    private void Note()
    {
        if (_housekeeping.Note()) Timers.StartSingleTimer(nameof(CalmCame), CalmCame.Instance, Housekeeping.Calm);
    }

    private bool IsFull()
    {
        if (_origins.Connections < Most) return false;
        if (_full.TryPass()) _log.Warning("there are {0} connections, as many as there may be: whoever else comes is cut off for now", Most);
        return true;
    }

    private bool IsTooMany(int count, ConnectionManagerProtocol.ConnectionAccepted arrived) =>
        _settings.Limits.ConnectionsPerAddress is > 0 and var most && count > most && (arrived.IsPassedOn || !IPAddress.IsLoopback(arrived.Remote.Address));

    private void Drain(Refusal reason)
    {
        Become(Draining);
        foreach (var connection in Context.GetChildren().Except(_listeners)) connection.Tell(new ConnectionProtocol.Dismiss(reason));
        EndWhenEmpty();
    }

    /// <summary>Only now: the end of a listening socket is the end of every connection it accepted, goodbye or not.</summary>
    private void EndWhenEmpty()
    {
        if (_origins.Connections > 0) return;
        if (_listeners.Count == 0) Context.Stop(Self);
        foreach (var listener in _listeners) listener.Tell(ListenerActor.Close.Instance);
    }

    private void StopAfterLast()
    {
        _listeners.RemoveAt(_listeners.Count - 1);
        if (_listeners.Count == 0) Context.Stop(Self);
    }
}

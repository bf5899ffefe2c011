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

/// <summary>
/// Owns the listeners and connections of every dialect, and enforces the limits on the number of
/// connections, in all and per IP address.
/// </summary>
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

    private sealed record TrimMemory
    {
        public static readonly TrimMemory Instance = new();
    }

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly MemoryTrimmer _memory = new(MemoryTrimmer.Collect);
    private readonly AddressLimits _addressLimits;
    private readonly List<IActorRef> _listeners = [];
    private readonly List<DialectEndpoint> _open = [];
    private readonly List<ConnectionManagerProtocol.ConnectionAccepted> _early = [];
    private readonly ConnectionSetup _setup;
    private readonly IActorRef _room;
    private readonly ServerSettings _settings;
    private readonly Lazy<ListenSockets> _sockets;
    private readonly FileDescriptorBudget _descriptors;
    private readonly UploadTokens? _uploadTokens;
    private readonly BoundEndpoints? _bound;
    private readonly AcceptLimits _limits;
    private readonly RoomPorts _roomPorts;
    private readonly ListeningOutcome _outcome = new();

    /// <param name="room">The room that clients join.</param>
    /// <param name="settings">Has the endpoints and limits.</param>
    /// <param name="clock">The source of time.</param>
    /// <param name="uploadTokens">Issues upload tokens; null without a web server.</param>
    /// <param name="bound">Kestrel's endpoints; null: Akka.IO listeners are started.</param>
    /// <param name="addressLimits">Shared with the web server; null: not shared.</param>
    public static Props Props(
        IActorRef room,
        ServerSettings settings,
        TimeProvider clock,
        UploadTokens? uploadTokens = null,
        BoundEndpoints? bound = null,
        AddressLimits? addressLimits = null) =>
        Akka.Actor.Props.Create(() =>
            new ConnectionManagerActor(room, settings, clock, uploadTokens, bound, addressLimits));

    public ConnectionManagerActor(
        IActorRef room,
        ServerSettings settings,
        TimeProvider clock,
        UploadTokens? uploadTokens,
        BoundEndpoints? bound,
        AddressLimits? addressLimits)
    {
        (_room, _settings, _uploadTokens, _bound) = (room, settings, uploadTokens, bound);
        _addressLimits = addressLimits ?? new AddressLimits(settings.Flood, clock);
        _setup = new ConnectionSetup(room, settings, clock, uploadTokens) { Addresses = _addressLimits };
        _descriptors = FileDescriptorBudget.ForDialects(settings.Listen);
        _limits = new AcceptLimits(settings.Limits, _descriptors, _addressLimits, clock, _log);
        var log = _log;
        _sockets = new Lazy<ListenSockets>(
            () => ListenSockets.Of(settings, _descriptors, clock, warning => log.Warning(warning)));
        _roomPorts = new RoomPorts(settings.Listen.Address, _sockets, log);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    // A failed connection cannot be restarted: its socket is closed.
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
        foreach (var (dialect, port) in _settings.Listen.Ports)
        {
            var endpoint = new DialectEndpoint(dialect, new IPEndPoint(_settings.Listen.Address, port));
            var props = ListenerActor.Props(
                Context.System.Tcp(), endpoint, _sockets.Value.Backlog, _sockets.Value.Options);
            var listener = Context.ActorOf(props, dialect.Name);
            Context.WatchWith(listener, ListenerGone.Instance);
            _listeners.Add(listener);
        }
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ConnectionManagerProtocol.ConnectionAccepted accepted: Handle(accepted); break;
            case Ended ended: Remove(ended.Address); break;
            case TrimMemory: _memory.Trim(); break;
            case RoomGone or ListenerGone: CoordinatedShutdown.Get(Context.System).Run(ServerFailed.Instance); break;
            case ConnectionManagerProtocol.Subscribe: _outcome.Subscribe(Sender); break;
            case ConnectionManagerProtocol.SubscribeRoomPorts: _roomPorts.Subscribe(Sender); break;
            case ConnectionManagerProtocol.ListListeners: ReplyListeners([.. _listeners]); break;
            case RoomManagerProtocol.RoomsChanged changed: _roomPorts.Open(changed.Rooms, Context); break;
            case DialectEndpoint endpoint when _roomPorts.Contains(endpoint): _roomPorts.SetBound(endpoint); break;
            case DialectEndpoint endpoint: Open(endpoint); break;
            case ConnectionManagerProtocol.ListeningFailed failed when _roomPorts.Contains(failed.Endpoint):
                _roomPorts.Fail(failed);
                break;
            case ConnectionManagerProtocol.ListeningFailed failed: _outcome.Settle(failed); break;
            case ConnectionManagerProtocol.Drain drain: Drain(drain.Reason); break;
            default: Unhandled(message); break;
        }
    }

    private void Draining(object message)
    {
        switch (message)
        {
            case Ended ended:
                _addressLimits.Remove(ended.Address);
                CloseListenersWhenEmpty();
                break;
            case ConnectionManagerProtocol.ConnectionAccepted accepted: accepted.Socket.Tell(Tcp.Abort.Instance); break;
            case ListenerGone: StopAfterLast(); break;
            case ConnectionManagerProtocol.ListListeners: ReplyListeners([]); break;
            case ConnectionManagerProtocol.Drain or ConnectionManagerProtocol.ListeningFailed: break;
            case DialectEndpoint or TrimMemory or RoomGone or RoomManagerProtocol.RoomsChanged: break;
            default: Unhandled(message); break;
        }
    }

    private void ReplyListeners(IReadOnlyList<IActorRef> listeners) =>
        Sender.Tell(new ConnectionManagerProtocol.Listeners(listeners));

    private void Open(DialectEndpoint endpoint)
    {
        _open.Add(endpoint);
        if (_open.Count < _settings.Listen.Ports.Count) return;

        var inOrder = _settings.Listen.Ports
            .Select(port => _open.Single(open => open.Dialect == port.Dialect))
            .ToList();
        _room.Tell(new RoomProtocol.Open(OwnAddresses.Of(inOrder[0].EndPoint), _uploadTokens?.Web));
        _outcome.Settle(new ConnectionManagerProtocol.Listening(inOrder));
        if (_settings.Rooms.Ports.Count > 0) _room.Tell(RoomManagerProtocol.Subscribe.Instance);
        _early.ForEach(HandleAccepted);
        _early.Clear();
    }

    private void Handle(ConnectionManagerProtocol.ConnectionAccepted accepted)
    {
        // Clients wait until all listeners are bound: the room must know its address.
        if (_open.Count < _settings.Listen.Ports.Count) _early.Add(accepted);
        else HandleAccepted(accepted);
    }

    private void HandleAccepted(ConnectionManagerProtocol.ConnectionAccepted accepted)
    {
        var address = accepted.Remote.Address;
        // A refused connection counts until it is closed: twice the limit is the maximum.
        if (_limits.IsFull() || _limits.IsTooMany(_addressLimits.CountOf(address) / 2, accepted))
            accepted.Socket.Tell(Tcp.Abort.Instance);
        else
            Start(accepted, address);
    }

    private void Start(ConnectionManagerProtocol.ConnectionAccepted accepted, IPAddress address)
    {
        var isTooMany = _limits.IsTooMany(_addressLimits.Add(address), accepted);
        var refused = isTooMany ? Refusal.TooManyConnections : null;
        var client = new ConnectionProtocol.Accepted(
            accepted.Socket, accepted.Remote, accepted.Local, accepted.Dialect, refused)
        {
            Room = _roomPorts.RoomOf(accepted.Local.Port),
        };
        var connection = Context.ActorOf(
            ConnectionActor.Props(client, _addressLimits.LimiterOf(address), _setup));
        Context.WatchWith(connection, new Ended(address));
        ScheduleTrim();
    }

    private void Remove(IPAddress address)
    {
        _addressLimits.Remove(address);
        ScheduleTrim();
    }

    private void ScheduleTrim()
    {
        if (!_memory.Record()) return;
        Timers.StartSingleTimer(nameof(TrimMemory), TrimMemory.Instance, MemoryTrimmer.QuietPeriod);
    }

    private void Drain(Refusal reason)
    {
        Become(Draining);
        foreach (var connection in Context.GetChildren().Except([.. _listeners, .. _roomPorts.Listeners]))
            connection.Tell(new ConnectionProtocol.Disconnect(reason));
        CloseListenersWhenEmpty();
    }

    /// <summary>
    /// Closes the listeners after the last connection: Akka.IO's listening socket takes the
    /// connections it accepted down with it.
    /// </summary>
    private void CloseListenersWhenEmpty()
    {
        if (_addressLimits.Connections > 0) return;
        if (_listeners.Count == 0) Context.Stop(Self);
        foreach (var listener in _listeners) listener.Tell(ListenerActor.Close.Instance);
    }

    private void StopAfterLast()
    {
        _listeners.RemoveAt(_listeners.Count - 1);
        if (_listeners.Count == 0) Context.Stop(Self);
    }
}

using System.Net;
using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Listening;
using LanChat.Server.Network;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Server.Sockets;

namespace LanChat.Server.Discovery;

/// <summary>
/// Owns the schedule of announcements and one <see cref="AnnouncerActor"/> per target and announced
/// port, so that a failing target does not affect the others. Reads the network interfaces on every
/// tick: they may change at any time.
/// </summary>
internal sealed class BroadcastActor : UntypedActor, IWithTimers
{
    private sealed record Tick
    {
        public static readonly Tick Instance = new();
    }

    private sealed record Datagram(AnnouncementTarget Target, int Port, byte[] Bytes);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Dictionary<(AnnouncementTarget Target, int Port), IActorRef> _announcers = [];
    private readonly ServerSettings _settings;
    private readonly IActorRef _room;
    private readonly IActorRef _connections;
    private readonly Func<IReadOnlyList<InterfaceAddress>> _ownAddresses;
    private readonly WebEndpoint? _web;
    private readonly string? _logId;
    private IPEndPoint _endPoint = new(IPAddress.None, 0);
    private bool _hasNoTarget;
    private int _members;
    private IReadOnlyList<RoomSummary> _rooms = [];
    private IReadOnlySet<int> _roomPorts = new HashSet<int>();

    public static Props Props(
        ServerSettings settings,
        IActorRef room,
        IActorRef connections,
        Func<IReadOnlyList<InterfaceAddress>> ownAddresses,
        WebEndpoint? web = null,
        string? log = null) =>
        Akka.Actor.Props.Create(() => new BroadcastActor(settings, room, connections, ownAddresses, web, log));

    public BroadcastActor(
        ServerSettings settings,
        IActorRef room,
        IActorRef connections,
        Func<IReadOnlyList<InterfaceAddress>> ownAddresses,
        WebEndpoint? web,
        string? log) =>
        (_settings, _room, _connections, _ownAddresses, _web, _logId) =
        (settings, room, connections, ownAddresses, web, log);

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        _room.Tell(RoomProtocol.CountMembers.Instance);
        _room.Tell(RoomManagerProtocol.Subscribe.Instance);
        _connections.Tell(ConnectionManagerProtocol.Subscribe.Instance);
        _connections.Tell(ConnectionManagerProtocol.SubscribeRoomPorts.Instance);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tick: Announce(); break;
            case RoomProtocol.MembersCounted counted: _members = counted.Count; break;
            case RoomManagerProtocol.RoomsChanged changed: _rooms = changed.Rooms; break;
            case ConnectionManagerProtocol.RoomPortsBound bound: _roomPorts = bound.Ports; break;
            case ConnectionManagerProtocol.Listening listening: Start(listening.Endpoints); break;
            case ConnectionManagerProtocol.ListeningFailed: break;
            default: Unhandled(message); break;
        }
    }

    // Announcements are for clients of the native dialect only.
    private void Start(IReadOnlyList<DialectEndpoint> endpoints)
    {
        if (endpoints.FirstOrDefault(endpoint => endpoint.Dialect is JsonDialect) is not { } native) return;
        _endPoint = native.EndPoint;
        Timers.StartPeriodicTimer(nameof(Tick), Tick.Instance, TimeSpan.Zero, _settings.Discovery.Interval);
    }

    private void Announce()
    {
        var plan = AnnouncementPlan.For(_endPoint.Address, _settings.Discovery.Targets, _ownAddresses());
        if (plan.Count == 0 && !_hasNoTarget)
        {
            _log.Warning(
                "the room is announced nowhere for now: no network has an IPv4 address it can be reached at");
        }

        _hasNoTarget = plan.Count == 0;
        Datagram[] due = [.. plan.SelectMany(DatagramsFor)];
        foreach (var gone in _announcers.Keys.Except(due.Select(one => (one.Target, one.Port))).ToList())
        {
            Context.Stop(_announcers[gone]);
            _announcers.Remove(gone);
        }

        foreach (var (target, port, bytes) in due)
        {
            if (!_announcers.TryGetValue((target, port), out var announcer))
            {
                announcer = Context.ActorOf(AnnouncerActor.Props(target, _settings.Discovery.Port));
                _announcers.Add((target, port), announcer);
            }

            announcer.Tell(new AnnouncerActor.Announce(bytes));
        }
    }

    /// <summary>The server's datagram, and one for each room with a port of its own.</summary>
    private IEnumerable<Datagram> DatagramsFor(AnnouncementTarget target)
    {
        var own = new Announcement(_settings.Room.Name, AddressOf(target, _endPoint.Port), _members, _web, _logId)
        {
            Rooms = [.. _rooms.Where(room => !room.IsLobby).Select(room => (room.Name, room.Members))],
        };
        yield return new Datagram(target, _endPoint.Port, own.ToDatagram());
        foreach (var room in _rooms)
        {
            if (room.Port is not { } port || !_roomPorts.Contains(port)) continue;
            if (!RoomName.TryCreate(room.Name, out var name)) continue;
            var announcement = new Announcement(name, AddressOf(target, port), room.Members);
            yield return new Datagram(target, port, announcement.ToDatagram());
        }
    }

    private static PeerAddress AddressOf(AnnouncementTarget target, int port) => new($"{target.Own}", port);
}

using System.Net;
using Akka.Actor;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Listening;
using LanChat.Server.Network;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Server.Sockets;

namespace LanChat.Server.Discovery;

/// <summary>
/// Owns the room directory: the server's own room and the announced rooms of other servers.
/// Ignores announcements of its own room, which arrive under several addresses.
/// </summary>
internal sealed class RoomDirectoryActor : UntypedActor
{
    /// <summary>Asks for the rooms; answered with <see cref="Listed"/>.</summary>
    public sealed record List
    {
        public static readonly List Instance = new();
    }

    /// <summary>The rooms of the directory.</summary>
    /// <param name="Own">
    /// The server's room; null if it does not listen for the native dialect.
    /// </param>
    /// <param name="Others">The rooms of other servers, by number.</param>
    public sealed record Listed(ListedRoom? Own, IReadOnlyList<ListedRoom> Others)
    {
        /// <summary>The server's rooms, the lobby first.</summary>
        public IReadOnlyList<RoomSummary> Rooms { get; init; } = [];
    }

    private const int MaxRooms = 200;

    private readonly ServerSettings _settings;
    private readonly WebEndpoint? _web;
    private readonly string? _logId;
    private readonly IActorRef _room;
    private readonly IActorRef _connections;
    private readonly IActorRef _udp;
    private IReadOnlyList<ListedRoom> _announced = [];
    private IPEndPoint? _endPoint;
    private int _members;
    private IReadOnlyList<RoomSummary> _rooms = [];

    /// <param name="settings">The server's settings.</param>
    /// <param name="web">The endpoint of the own page.</param>
    /// <param name="log">The id of the own history.</param>
    /// <param name="room">The own room; counts its members.</param>
    /// <param name="connections">The connection manager; has the own endpoints.</param>
    /// <param name="udp">Akka.IO's Udp manager.</param>
    public static Props Props(
        ServerSettings settings, WebEndpoint? web, string? log, IActorRef room, IActorRef connections, IActorRef udp) =>
        Akka.Actor.Props.Create(() => new RoomDirectoryActor(settings, web, log, room, connections, udp));

    public RoomDirectoryActor(
        ServerSettings settings, WebEndpoint? web, string? log, IActorRef room, IActorRef connections, IActorRef udp) =>
        (_settings, _web, _logId, _room, _connections, _udp) = (settings, web, log, room, connections, udp);

    protected override void PreStart()
    {
        Context.ActorOf(DiscoveryActor.Props(_settings.Discovery, MaxRooms, _udp, Self), "discovery");
        _room.Tell(RoomProtocol.CountMembers.Instance);
        _room.Tell(RoomManagerProtocol.Subscribe.Instance);
        _connections.Tell(ConnectionManagerProtocol.Subscribe.Instance);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case List: Sender.Tell(ListRooms()); break;
            case DiscoveryProtocol.RoomsChanged changed: _announced = changed.Rooms; break;
            case DiscoveryProtocol.ListenFailed: _announced = []; break;
            case RoomProtocol.MembersCounted counted: _members = counted.Count; break;
            case RoomManagerProtocol.RoomsChanged changed: _rooms = changed.Rooms; break;
            case ConnectionManagerProtocol.Listening listening: _endPoint = NativeOf(listening.Endpoints); break;
            case ConnectionManagerProtocol.ListeningFailed: break;
            default: Unhandled(message); break;
        }
    }

    private static IPEndPoint? NativeOf(IReadOnlyList<DialectEndpoint> endpoints) =>
        endpoints.FirstOrDefault(endpoint => endpoint.Dialect is JsonDialect)?.EndPoint;

    private Listed ListRooms()
    {
        if (_endPoint is null) return new Listed(null, _announced);
        var own = new ListedRoom(0, _settings.Room.Name, OwnAddresses.Of(_endPoint), _members)
        {
            Web = _web,
            Log = _logId,
        };
        HashSet<string> addresses = [own.Address.Ip, .. OwnAddresses.All().Select(address => $"{address.Address}")];
        return new Listed(own, [.. _announced.Where(room => !IsOwn(room, own, addresses))])
        {
            Rooms = _rooms,
        };
    }

    private static bool IsOwn(ListedRoom room, ListedRoom own, HashSet<string> addresses) =>
        (room.Log is not null && room.Log == own.Log)
        || (room.Address.Port == own.Address.Port && addresses.Contains(room.Address.Ip));
}

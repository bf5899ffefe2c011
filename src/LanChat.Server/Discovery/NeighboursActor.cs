using System.Net;
using Akka.Actor;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Listening;
using LanChat.Server.Network;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;

namespace LanChat.Server.Discovery;

/// <summary>
/// Knows the rooms that are near, for whoever asks with <see cref="List"/>: the server's own, which nobody needs to tell it of, and those that
/// can be heard of. Who announces the own room as another is not listened to.
/// </summary>
internal sealed class NeighboursActor : UntypedActor
{
    /// <summary>Which rooms are near? Answered with <see cref="Near"/>.</summary>
    public sealed record List
    {
        public static readonly List Instance = new();
    }

    /// <summary>These are.</summary>
    /// <param name="Own">The server's own; null where it is not entered as others are.</param>
    /// <param name="Others">The others, by number.</param>
    public sealed record Near(ListedRoom? Own, IReadOnlyList<ListedRoom> Others);

    // More would fit on nobody's screen.
    private const int Most = 200;

    private readonly ServerSettings _settings;
    private readonly WebDoor? _web;
    private readonly string? _logId;
    private readonly IActorRef _room;
    private readonly IActorRef _connections;
    private readonly IActorRef _udp;
    private IReadOnlyList<ListedRoom> _heard = [];
    private IPEndPoint? _endPoint;
    private int _members;

    public NeighboursActor(ServerSettings settings, WebDoor? web, string? log, IActorRef room, IActorRef connections, IActorRef udp) =>
        (_settings, _web, _logId, _room, _connections, _udp) = (settings, web, log, room, connections, udp);

    /// <param name="settings">What the own room is called, and where and how often rooms are announced.</param>
    /// <param name="web">Where its page is.</param>
    /// <param name="log">Which history is its own.</param>
    /// <param name="room">Tells how many are in it.</param>
    /// <param name="connections">Tells where it is entered.</param>
    /// <param name="udp">Akka.IO's Udp manager.</param>
    public static Props Props(ServerSettings settings, WebDoor? web, string? log, IActorRef room, IActorRef connections, IActorRef udp) =>
        Akka.Actor.Props.Create(() => new NeighboursActor(settings, web, log, room, connections, udp));

    protected override void PreStart()
    {
        Context.ActorOf(DiscoveryActor.Props(_settings.Discovery, Most, _udp, Self), "discovery");
        _room.Tell(RoomProtocol.CountMembers.Instance);
        _connections.Tell(ConnectionManagerProtocol.Subscribe.Instance);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case List: Sender.Tell(Tell()); break;
            case DiscoveryProtocol.RoomsChanged changed: _heard = changed.Rooms; break;
            case DiscoveryProtocol.Deaf: _heard = []; break; // its log says so
            case RoomProtocol.MembersCounted counted: _members = counted.Count; break;
            case ConnectionManagerProtocol.Listening listening: _endPoint = listening.Endpoints.FirstOrDefault(endpoint => endpoint.Dialect is JsonDialect)?.EndPoint; break;
            case ConnectionManagerProtocol.ListeningFailed: break;
            default: Unhandled(message); break;
        }
    }

    private Near Tell()
    {
        if (_endPoint is null) return new Near(null, _heard);
        var own = new ListedRoom(0, _settings.Room.Name, OwnAddresses.Of(_endPoint), _members) { Web = _web, Log = _logId };
        HashSet<string> addresses = [own.Address.Ip, .. OwnAddresses.All().Select(address => $"{address.Address}")];
        return new Near(own, [.. _heard.Where(room => !IsOwn(room, own, addresses))]);
    }

    private static bool IsOwn(ListedRoom room, ListedRoom own, HashSet<string> addresses) =>
        (room.Log is not null && room.Log == own.Log) || (room.Address.Port == own.Address.Port && addresses.Contains(room.Address.Ip));
}

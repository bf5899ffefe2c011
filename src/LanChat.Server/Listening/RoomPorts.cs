using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Sockets;

namespace LanChat.Server.Listening;

/// <summary>
/// The listeners of rooms that have a port of their own. Akka.IO serves them with either transport.
/// A port stays open until the server ends, because its connections would go with it.
/// </summary>
internal sealed class RoomPorts(IPAddress address, Lazy<ListenSockets> sockets, ILoggingAdapter log)
{
    private readonly Dictionary<int, (string Room, IActorRef Listener)> _open = [];
    private readonly HashSet<int> _bound = [];
    private readonly List<IActorRef> _subscribers = [];

    public IEnumerable<IActorRef> Listeners => _open.Values.Select(port => port.Listener);

    /// <summary>The room that clients enter by a port; null: the lobby.</summary>
    public string? RoomOf(int port) => _open.TryGetValue(port, out var open) ? open.Room : null;

    public bool Contains(DialectEndpoint endpoint) => _open.ContainsKey(endpoint.EndPoint.Port);

    /// <summary>Opens the ports that rooms have by now.</summary>
    public void Open(IReadOnlyList<RoomSummary> rooms, IActorContext context)
    {
        foreach (var room in rooms)
        {
            if (room.Port is not { } port || _open.ContainsKey(port)) continue;
            var endpoint = new DialectEndpoint(new JsonDialect(), new IPEndPoint(address, port));
            var props = ListenerActor.Props(
                context.System.Tcp(), endpoint, sockets.Value.Backlog, sockets.Value.Options);
            _open.Add(port, (room.Name, context.ActorOf(props, $"room-{port}")));
            log.Info("{0} has the port {1}", room.Name, port);
        }
    }

    /// <summary>Tells the subscriber which ports are bound, now and after changes.</summary>
    public void Subscribe(IActorRef subscriber)
    {
        _subscribers.Add(subscriber);
        subscriber.Tell(Bound());
    }

    /// <summary>A port is bound: only now may others be told about it.</summary>
    public void SetBound(DialectEndpoint endpoint)
    {
        _bound.Add(endpoint.EndPoint.Port);
        foreach (var subscriber in _subscribers) subscriber.Tell(Bound());
    }

    /// <summary>A port cannot be bound: its room is entered through the lobby's only.</summary>
    public void Fail(ConnectionManagerProtocol.ListeningFailed failed)
    {
        log.Warning("the port {0} of a room cannot be bound: {1}", failed.Endpoint.EndPoint.Port, failed.Reason);
        _open.Remove(failed.Endpoint.EndPoint.Port, out var port);
        port.Listener.Tell(ListenerActor.Close.Instance);
    }

    private ConnectionManagerProtocol.RoomPortsBound Bound() => new(_bound.ToHashSet());
}

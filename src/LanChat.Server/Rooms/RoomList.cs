using Akka.Actor;
using LanChat.Protocol;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Rooms;

/// <summary>
/// The list of rooms, and who is told of its changes: at once when a room is opened, else every two
/// seconds at most.
/// </summary>
internal sealed class RoomList
{
    private readonly HashSet<IActorRef> _clients = [];
    private readonly HashSet<IActorRef> _subscribers = [];
    private IReadOnlyList<RoomSummary> _rooms = [];

    /// <summary>Adds a client; it is told of changes by batches.</summary>
    public void AddClient(IActorRef connection) => _clients.Add(connection);

    /// <summary>Adds an actor; it is told of changes, and the list at once.</summary>
    public void AddSubscriber(IActorRef subscriber)
    {
        _subscribers.Add(subscriber);
        subscriber.Tell(new RoomManagerProtocol.RoomsChanged(_rooms));
    }

    public void Remove(IActorRef actor)
    {
        _clients.Remove(actor);
        _subscribers.Remove(actor);
    }

    /// <summary>Publishes the list, if it has changed.</summary>
    /// <param name="rooms">The rooms that are listed, the lobby first.</param>
    /// <param name="shown">Makes the event for clients.</param>
    public void Publish(
        IReadOnlyList<RoomSummary> rooms, Func<IReadOnlyList<RoomSummary>, RoomEvent.RoomsListed> shown)
    {
        if (_rooms.SequenceEqual(rooms)) return;
        _rooms = rooms;
        foreach (var subscriber in _subscribers) subscriber.Tell(new RoomManagerProtocol.RoomsChanged(rooms));
        if (_clients.Count == 0) return;
        var batch = new Batch([shown(rooms)]);
        foreach (var client in _clients) client.Tell(batch);
    }
}

using Akka.Actor;

namespace LanChat.Server.Rooms;

/// <summary>The connections of clients that proved a device key, in the order they came.</summary>
internal sealed class ClientDirectory
{
    /// <summary>A connection, the device it belongs to, and its room.</summary>
    public sealed record Client(IActorRef Connection, string Key, string DeviceName, string Room);

    private readonly OrderedDictionary<IActorRef, Client> _clients = [];

    /// <param name="connection">The connection.</param>
    /// <param name="join">How it joins.</param>
    /// <param name="room">The key of the room.</param>
    public void Add(IActorRef connection, RoomProtocol.Join join, string room) =>
        _clients[connection] = new Client(connection, join.Device!, join.DeviceName, room);

    /// <summary>Removes a connection; returns its device, or null.</summary>
    public string? Remove(IActorRef connection) => _clients.Remove(connection, out var client) ? client.Key : null;

    /// <summary>The connections of a device.</summary>
    public IEnumerable<Client> Of(string key) => _clients.Values.Where(client => client.Key == key);

    /// <summary>What a device was called when it came last; empty: unknown.</summary>
    public string NameOf(string key) => Of(key).LastOrDefault()?.DeviceName ?? "";
}

using Akka.Actor;

namespace LanChat.Server.Rooms;

/// <summary>The connections of clients that proved a device key, in the order they came.</summary>
internal sealed class ClientDirectory
{
    /// <summary>A connection, and the device it belongs to.</summary>
    public sealed record Client(IActorRef Connection, string Key, string DeviceName);

    private readonly OrderedDictionary<IActorRef, Client> _clients = [];

    public void Add(IActorRef connection, RoomProtocol.Join join) =>
        _clients[connection] = new Client(connection, join.Device!, join.DeviceName);

    public void Remove(IActorRef connection) => _clients.Remove(connection);

    /// <summary>The connections of a device.</summary>
    public IEnumerable<Client> Of(string key) => _clients.Values.Where(client => client.Key == key);

    /// <summary>What a device was called when it came last; empty: unknown.</summary>
    public string NameOf(string key) => Of(key).LastOrDefault()?.DeviceName ?? "";
}

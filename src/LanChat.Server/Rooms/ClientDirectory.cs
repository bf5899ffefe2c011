using Akka.Actor;

namespace LanChat.Server.Rooms;

/// <summary>The connections of clients that proved a device key, by device.</summary>
internal sealed class ClientDirectory
{
    /// <summary>A connection, the device it belongs to, and its room.</summary>
    public sealed record Client(IActorRef Connection, string Key, string DeviceName, string Room);

    private readonly Dictionary<IActorRef, Client> _clients = [];
    private readonly Dictionary<string, List<Client>> _byKey = [];

    /// <param name="connection">The connection.</param>
    /// <param name="join">How it joins.</param>
    /// <param name="room">The key of the room.</param>
    public void Add(IActorRef connection, RoomProtocol.Join join, string room)
    {
        Remove(connection);
        var client = new Client(connection, join.Device!, join.DeviceName, room);
        _clients.Add(connection, client);
        if (!_byKey.TryGetValue(client.Key, out var others)) _byKey.Add(client.Key, others = []);
        others.Add(client);
    }

    /// <summary>Removes a connection; returns its device, or null.</summary>
    public string? Remove(IActorRef connection)
    {
        if (!_clients.Remove(connection, out var client)) return null;
        var others = _byKey[client.Key];
        others.Remove(client);
        if (others.Count == 0) _byKey.Remove(client.Key);
        return client.Key;
    }

    /// <summary>A connection's entry; null if it has none.</summary>
    public Client? Find(IActorRef connection) => _clients.GetValueOrDefault(connection);

    /// <summary>The connections of a device, in the order they came.</summary>
    public IReadOnlyList<Client> Of(string key) => _byKey.TryGetValue(key, out var clients) ? [.. clients] : [];

    /// <summary>What a device was called when it came last; empty: unknown.</summary>
    public string NameOf(string key) => Of(key) is [.., var last] ? last.DeviceName : "";
}

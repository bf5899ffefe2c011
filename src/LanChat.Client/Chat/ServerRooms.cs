using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// The rooms of each server that the user is connected to, as the server lists them, and how far
/// the user has read the rooms that they left during this run.
/// </summary>
internal sealed class ServerRooms
{
    private readonly Dictionary<ServerAddress, IReadOnlyList<RoomSummary>> _listed = [];
    private readonly Dictionary<(ServerAddress Server, string Key), long> _read = [];

    /// <summary>Replaces the rooms of a server.</summary>
    public void SetListed(ServerAddress server, IReadOnlyList<RoomSummary> rooms) => _listed[server] = rooms;

    /// <summary>The user has left a server.</summary>
    public void Remove(ServerAddress server) => _listed.Remove(server);

    /// <summary>
    /// Rooms of a server, the lobby first; empty if it has none or has not listed them.
    /// </summary>
    public IReadOnlyList<RoomSummary> Of(ServerAddress? server) =>
        server is null ? [] : _listed.GetValueOrDefault(server) ?? [];

    /// <summary>
    /// The user has left a room, and has seen the messages up to this one there. That they left is
    /// a message of the room, too.
    /// </summary>
    public void SetRead(RoomAddress room, long last)
    {
        if ((room.Key ?? LobbyOf(room.Server)?.Key) is { } key) _read[(room.Server, key)] = last + 1;
    }

    /// <summary>The user has read rooms on another device, up to these messages.</summary>
    public void SetRead(ServerAddress server, IEnumerable<ReadPlace> places)
    {
        foreach (var place in places.Where(place => place.Room is not null))
            _read[(server, place.Room!)] = Math.Max(place.Id, _read.GetValueOrDefault((server, place.Room!)));
    }

    /// <summary>
    /// Number of messages since the user left the room; 0 if they were never there.
    /// </summary>
    public long UnreadIn(ServerAddress server, RoomSummary room) =>
        _read.TryGetValue((server, room.Key), out var last) ? Math.Max(room.Last - last, 0) : 0;

    /// <summary>The same room; the lobby without its name, so that it is found by either.</summary>
    public RoomAddress Resolve(RoomAddress room) => room.Key is { } key && LobbyOf(room.Server)?.Key == key
        ? room with { Entry = room.Entry! with { Room = null } }
        : room;

    private RoomSummary? LobbyOf(ServerAddress server) => Of(server).FirstOrDefault(room => room.IsLobby);
}

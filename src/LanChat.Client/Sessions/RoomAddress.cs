using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>Address of a room: its server, and which of the server's rooms it is.</summary>
/// <param name="Server">Address of the server.</param>
/// <param name="Entry">
/// The room, with what opens it; null for the lobby. Its password and invitation stay in memory.
/// </param>
internal sealed record RoomAddress(ServerAddress Server, RoomEntry? Entry = null)
{
    /// <summary>Name of the room; null for the lobby.</summary>
    public string? Room => Entry?.Room;

    /// <summary>The room name as servers compare it; null for the lobby.</summary>
    public string? Key => Room is null ? null : KeyOf(Room);

    /// <summary>Whether a password is known; it may be wrong.</summary>
    public bool HasPassword => Entry?.Password is not null;

    /// <summary>The same room, to be entered by this password.</summary>
    public RoomAddress WithPassword(string password) => this with { Entry = new RoomEntry(Room, password) };

    /// <summary>Address of a room that a server lists.</summary>
    public static RoomAddress Of(ServerAddress server, RoomSummary room) =>
        new(server, room.IsLobby ? null : new RoomEntry(room.Name));

    /// <summary>The room name as servers compare it.</summary>
    public static string KeyOf(string room) => RoomName.TryCreate(room, out var name) ? name.Key : room;

    /// <summary>Whether both are the same room, whatever opens it.</summary>
    public bool IsSameRoom(RoomAddress other) => Server == other.Server && Key == other.Key;

    /// <summary>The address for people; never shows a password or an invitation.</summary>
    public override string ToString() => Room is null ? $"{Server}" : $"{Room} ({Server})";
}

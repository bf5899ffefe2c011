using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>A change of the server's rooms, to persist.</summary>
/// <param name="Room">The key of the room.</param>
internal abstract record ServerChange(string Room)
{
    /// <summary>A room was opened.</summary>
    public sealed record RoomOpened(RoomRecord Record) : ServerChange(Record.Name.Key);

    /// <summary>A room was changed.</summary>
    public sealed record RoomChanged(string Key, RoomChange Change) : ServerChange(Key);

    /// <summary>A room is gone.</summary>
    public sealed record RoomRemoved(string Key) : ServerChange(Key);
}

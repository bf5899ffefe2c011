namespace LanChat.Rooms;

/// <summary>
/// One stay of somebody in a room, from joining to leaving. Whoever runs the room hands the numbers
/// out, none twice.
/// </summary>
public readonly record struct SessionId(long Number);

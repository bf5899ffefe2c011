namespace LanChat.Protocol;

/// <summary>A room to enter, and what opens it.</summary>
/// <param name="Room">The room name; null for the lobby.</param>
/// <param name="Password">The room's password, if one is known.</param>
/// <param name="Code">An invitation, if there is one.</param>
public sealed record RoomEntry(string? Room, string? Password = null, string? Code = null);

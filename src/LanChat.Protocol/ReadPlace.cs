namespace LanChat.Protocol;

/// <summary>
/// How far somebody has read in a room, or in the private messages with one person.
/// </summary>
/// <param name="Room">The key of the room; null: it is about private messages.</param>
/// <param name="With">The other's nickname; null: it is about a room.</param>
/// <param name="Id">The last message id or serial that the user has read; 0: none.</param>
/// <param name="Seen">The last serial that the other has read; 0: unknown.</param>
public sealed record ReadPlace(string? Room, string? With, long Id, long Seen = 0);

using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>A private message for a member who is not in the room.</summary>
/// <param name="Number">Grows with every message, also over restarts.</param>
/// <param name="To">The recipient's registered nickname.</param>
/// <param name="Message">The message.</param>
public sealed record OfflineMessage(long Number, string To, ChatMessage Message);

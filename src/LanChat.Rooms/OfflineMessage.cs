using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>A private message for somebody who was not there.</summary>
/// <param name="Number">Grows from message to message, over restarts as well.</param>
/// <param name="To">The registered nickname it is for.</param>
/// <param name="Message">What was said, by whom and when.</param>
public sealed record OfflineMessage(long Number, string To, ChatMessage Message);

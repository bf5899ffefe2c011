namespace LanChat.Rooms;

/// <summary>
/// Identifies one session, from joining to leaving. The room's owner assigns the numbers and never
/// reuses one.
/// </summary>
public readonly record struct SessionId(long Number);

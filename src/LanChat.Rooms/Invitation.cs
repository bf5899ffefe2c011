namespace LanChat.Rooms;

/// <summary>An invitation to a room.</summary>
/// <param name="Hash">The hash of its code (<see cref="SecretCode"/>).</param>
/// <param name="Uses">How many may still enter by it.</param>
/// <param name="Until">When it expires, UTC.</param>
public sealed record Invitation(string Hash, int Uses, DateTime Until);

namespace LanChat.Client.Sessions;

/// <summary>How far a room was heard.</summary>
/// <param name="Id">The number of the last message.</param>
/// <param name="Log">The history that number belongs to; null where the room does not say.</param>
internal sealed record HeardUpTo(long Id, string? Log = null);

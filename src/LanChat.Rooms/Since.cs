namespace LanChat.Rooms;

/// <summary>Where a client that was here before left off.</summary>
/// <param name="Id">The last message it has.</param>
/// <param name="IsKnown">
/// Whether that is a message of this history; otherwise the client is shown what a newcomer is.
/// </param>
internal readonly record struct Since(long Id, bool IsKnown);

namespace LanChat.Rooms;

/// <summary>The point from which a returning client needs messages.</summary>
/// <param name="Id">The last message it has.</param>
/// <param name="IsKnown">
/// Whether this history has that message; if not, the client is shown the newest messages.
/// </param>
internal readonly record struct ResumePoint(long Id, bool IsKnown);

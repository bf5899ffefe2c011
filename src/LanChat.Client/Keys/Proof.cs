namespace LanChat.Client.Keys;

/// <summary>How a connection proves whose its name is.</summary>
/// <param name="Key">The user's.</param>
/// <param name="IsBeside">Whether it leaves the name to another connection of theirs, as one that is there for a moment does.</param>
internal sealed record Proof(OwnKey Key, bool IsBeside = false);

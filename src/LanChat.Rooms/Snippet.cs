using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>A small text file that came inside a message.</summary>
/// <param name="Name">Its name, not sanitised yet.</param>
/// <param name="Text">Its content.</param>
/// <param name="From">The sender's address, which counts for it.</param>
/// <param name="To">The recipient's address; null: everyone.</param>
public sealed record Snippet(string Name, string Text, PeerAddress From, PeerAddress? To = null);

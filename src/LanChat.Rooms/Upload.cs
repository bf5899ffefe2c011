using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>A file that was uploaded, of which the room is to tell.</summary>
/// <param name="Number">By which the answer names it.</param>
/// <param name="File">The file, with its link.</param>
/// <param name="By">
/// The session of whoever uploaded it; null when only the address is known.
/// </param>
/// <param name="From">Where it came from.</param>
/// <param name="To">The nickname of the one it is for; null: for everyone.</param>
public sealed record Upload(long Number, ChatFile File, SessionId? By, PeerAddress From, string? To);

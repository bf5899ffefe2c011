using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>An uploaded file to publish.</summary>
/// <param name="Number">Identifies the upload in its reply.</param>
/// <param name="File">The file, with its link.</param>
/// <param name="By">The uploader's session; null if only the address is known.</param>
/// <param name="From">The uploader's address.</param>
/// <param name="To">The recipient's nickname; null: everyone.</param>
public sealed record Upload(long Number, ChatFile File, SessionId? By, PeerAddress From, string? To);

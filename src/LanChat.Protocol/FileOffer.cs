namespace LanChat.Protocol;

/// <summary>How a client can upload files (tus 1.0, PROTOCOL.md).</summary>
/// <param name="Web">Where to, at the room's address.</param>
/// <param name="Token">Says who uploads; good as long as the client is connected.</param>
/// <param name="Size">The most bytes of a file.</param>
public sealed record FileOffer(WebDoor Web, string Token, long Size);

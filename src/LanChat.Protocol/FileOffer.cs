namespace LanChat.Protocol;

/// <summary>The server's offer to upload files (tus 1.0, see PROTOCOL.md).</summary>
/// <param name="Web">The upload endpoint, at the room's address.</param>
/// <param name="Token">The upload token, valid as long as the connection.</param>
/// <param name="Size">The maximum size of a file in bytes.</param>
public sealed record FileOffer(WebEndpoint Web, string Token, long Size);

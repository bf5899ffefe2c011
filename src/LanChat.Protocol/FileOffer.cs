namespace LanChat.Protocol;

/// <summary>How a client can upload files (tus 1.0, PROTOCOL.md).</summary>
/// <param name="Port">The TCP port of the HTTP server, at the room's address.</param>
/// <param name="Token">Says who uploads; good as long as the client is connected.</param>
/// <param name="Size">The most bytes of a file.</param>
public sealed record FileOffer(int Port, string Token, long Size);

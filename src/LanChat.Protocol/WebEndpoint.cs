namespace LanChat.Protocol;

/// <summary>The web endpoint of a room, at the room's address; serves its page and files.</summary>
/// <param name="Port">The TCP port.</param>
/// <param name="IsSecure">Whether it uses HTTPS.</param>
public sealed record WebEndpoint(int Port, bool IsSecure = false)
{
    /// <summary>
    /// Returns the base URL without a trailing slash, such as <c>http://192.168.38.149:8080</c>.
    /// </summary>
    public string At(string ip) => $"{(IsSecure ? "https" : "http")}://{new PeerAddress(ip, Port)}";
}

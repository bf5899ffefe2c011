namespace LanChat.Protocol;

/// <summary>Where a room's page and files are, at the room's address.</summary>
/// <param name="Port">The TCP port.</param>
/// <param name="IsSecure">Whether it is HTTPS.</param>
public sealed record WebDoor(int Port, bool IsSecure = false)
{
    /// <summary>
    /// The address of the page, such as <c>http://192.168.38.149:8080</c>, to which a path can be
    /// appended.
    /// </summary>
    public string At(string ip) => $"{(IsSecure ? "https" : "http")}://{new PeerAddress(ip, Port)}";
}

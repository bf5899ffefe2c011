namespace LanChat.Client.Transfers;

/// <summary>The HTTP client for rooms.</summary>
internal static class RoomHttp
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private const int MaxSentenceBytes = 64 * 1024;

    /// <summary>Shared by the whole program, so that connections are reused.</summary>
    public static HttpClient Client { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = ConnectTimeout,
        UseCookies = false,
        UseProxy = false,
        SslOptions =
        {
            // Certificates are not checked. The room's connection, which announces this port, is in
            // the clear: an attacker who can intercept one can intercept both, and the self-signed
            // certificate of a server in a LAN proves nothing.
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        },
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MaxSentenceBytes,
    };
}

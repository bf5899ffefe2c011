namespace LanChat.Client.Transfers;

/// <summary>HTTP with rooms.</summary>
internal static class RoomWeb
{
    private static readonly TimeSpan PatienceWithConnecting = TimeSpan.FromSeconds(5);
    private const int LongestSentence = 64 * 1024;

    /// <summary>One for the whole program, which keeps connections for the next request.</summary>
    public static HttpClient Client { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = PatienceWithConnecting,
        UseCookies = false,
        UseProxy = false,
        SslOptions =
        {
            // The room is entered in the clear, and it is there that we are told of this port: whoever can put another server in our way can
            // be the room as well, and a certificate that a server in a LAN made for itself would prove nothing to us anyhow.
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        },
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LongestSentence,
    };
}

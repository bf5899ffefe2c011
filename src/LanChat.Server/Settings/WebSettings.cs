using System.Net;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.web</c>: the web server.</summary>
internal sealed record WebSettings
{
    /// <summary>Allowed hosts besides this computer's own names.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>
    /// Clients allowed to read status and metrics: <c>loopback</c> or <c>all</c>.
    /// </summary>
    public required string Status { get; init; }

    /// <summary><c>off</c>, <c>on</c> (self-signed), or a certificate file.</summary>
    public required string Https { get; init; }

    /// <summary>Burst of requests of one IP address.</summary>
    public required int RequestsBurst { get; init; }

    /// <summary>Requests per second of one IP address; 0: unlimited.</summary>
    public required int RequestsRate { get; init; }

    /// <summary>Timeout for the headers of a request.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>The trusted proxies.</summary>
    public required IReadOnlyList<IPNetwork> BehindProxy { get; init; }

    /// <summary>Send timeout: a client that reads nothing for so long is disconnected.</summary>
    public required TimeSpan Unread { get; init; }

    /// <summary>The key of HTTPS.</summary>
    public const string HttpsKey = "lanchat.server.web.https";

    private const string StatusKey = "lanchat.server.web.status";
    private const string ProxyKey = "lanchat.server.web.behind-proxy";

    public static WebSettings Read(LayeredSettings settings) => new()
    {
        Hosts = settings.List("lanchat.server.web.hosts"),
        Status = settings.Text(StatusKey) is "loopback" or "all"
            ? settings.Text(StatusKey)
            : throw settings.Wrong(StatusKey, ServerTexts.UnknownAudience(settings.Text(StatusKey))),
        Https = settings.Text(HttpsKey),
        RequestsBurst = settings.Number("lanchat.server.web.requests-burst", 1, 1_000_000),
        RequestsRate = settings.Number("lanchat.server.web.requests-rate", 0, 1_000_000),
        Patience = settings.Duration("lanchat.server.web.patience", TimeSpan.FromMilliseconds(100)),
        BehindProxy = [.. settings.ListOrOne(ProxyKey).Select(text => Network(settings, text))],
        Unread = settings.Duration("lanchat.server.web.unread", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
    };

    public bool IsStatusForAll() => Status == "all";

    private static IPNetwork Network(LayeredSettings settings, string text)
    {
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var network)
            ? network
            : throw settings.Wrong(ProxyKey, ServerTexts.NoProxy(text));
    }
}

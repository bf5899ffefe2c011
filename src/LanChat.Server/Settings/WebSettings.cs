using System.Net;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.web</c>: the page for browsers.</summary>
/// <param name="Hosts">Names besides this computer's own by which browsers may ask for the page.</param>
/// <param name="Status">Who is told how the server is: <c>loopback</c> or <c>all</c>.</param>
/// <param name="Https"><c>off</c>, <c>on</c> with a certificate made here, or the file of one.</param>
/// <param name="RequestsBurst">How many requests of one address are answered at once.</param>
/// <param name="RequestsRate">How many a second from then on; 0: as many as come.</param>
/// <param name="Patience">How long the headers of a request may take.</param>
/// <param name="BehindProxy">The proxies whose forwarded headers count.</param>
/// <param name="Unread">How long nothing of an answer may be taken before its connection is cut.</param>
internal sealed record WebSettings(IReadOnlyList<string> Hosts, string Status, string Https, int RequestsBurst, int RequestsRate, TimeSpan Patience, IReadOnlyList<IPNetwork> BehindProxy, TimeSpan Unread)
{
    /// <summary>The key of whether it is HTTPS.</summary>
    public const string HttpsKey = "lanchat.server.web.https";

    private const string StatusKey = "lanchat.server.web.status";
    private const string ProxyKey = "lanchat.server.web.behind-proxy";

    public static WebSettings Read(LayeredSettings settings) => new(
        settings.List("lanchat.server.web.hosts"),
        settings.Text(StatusKey) is "loopback" or "all" ? settings.Text(StatusKey) : throw settings.Wrong(StatusKey, ServerTexts.UnknownAudience(settings.Text(StatusKey))),
        settings.Text(HttpsKey),
        settings.Number("lanchat.server.web.requests-burst", 1, 1_000_000),
        settings.Number("lanchat.server.web.requests-rate", 0, 1_000_000),
        settings.Duration("lanchat.server.web.patience", TimeSpan.FromMilliseconds(100)),
        [.. settings.ListOrOne(ProxyKey).Select(text => Network(settings, text))],
        settings.Duration("lanchat.server.web.unread", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)));

    public bool IsStatusForAll() => Status == "all";

    private static IPNetwork Network(LayeredSettings settings, string text)
    {
        if (IPAddress.TryParse(text, out var address)) return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var network) ? network : throw settings.Wrong(ProxyKey, ServerTexts.NoProxy(text));
    }
}

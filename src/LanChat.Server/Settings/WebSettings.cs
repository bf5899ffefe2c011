using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.web</c>: the page for browsers.</summary>
/// <param name="Hosts">Names besides this computer's own by which browsers may ask for the page.</param>
/// <param name="Status">Who is told how the server is: <c>loopback</c> or <c>all</c>.</param>
/// <param name="Https"><c>off</c>, <c>on</c> with a certificate made here, or the file of one.</param>
internal sealed record WebSettings(IReadOnlyList<string> Hosts, string Status, string Https)
{
    /// <summary>The key of whether it is HTTPS.</summary>
    public const string HttpsKey = "lanchat.server.web.https";

    private const string StatusKey = "lanchat.server.web.status";

    public static WebSettings Read(LayeredSettings settings) => new(
        settings.List("lanchat.server.web.hosts"),
        settings.Text(StatusKey) is "loopback" or "all" ? settings.Text(StatusKey) : throw settings.Wrong(StatusKey, ServerTexts.UnknownAudience(settings.Text(StatusKey))),
        settings.Text(HttpsKey));

    public bool IsStatusForAll() => Status == "all";
}

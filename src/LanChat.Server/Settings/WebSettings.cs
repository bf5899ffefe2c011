using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.web</c>: the page for browsers.</summary>
/// <param name="Hosts">Names besides this computer's own by which browsers may ask for the page.</param>
internal sealed record WebSettings(IReadOnlyList<string> Hosts)
{
    public static WebSettings Read(LayeredSettings settings) => new(settings.List("lanchat.server.web.hosts"));
}

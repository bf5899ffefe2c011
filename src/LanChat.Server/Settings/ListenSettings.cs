using System.Net;
using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.listen</c>.</summary>
internal sealed record ListenSettings(IPAddress Address, int Json, int Backlog)
{
    public static ListenSettings Read(LayeredSettings settings) => new(
        settings.Address("lanchat.server.listen.address"),
        settings.Port("lanchat.server.listen.json"),
        settings.Number("lanchat.server.listen.backlog", 1, 65535));
}

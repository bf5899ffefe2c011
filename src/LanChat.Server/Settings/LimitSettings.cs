using LanChat.Protocol;
using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.limits</c>: what one client may cost. 0 means no bound where reference.conf says so.</summary>
internal sealed record LimitSettings(
    int Line, int Nickname, int Away, TimeSpan Greeting, int Waiting, int Members, int Connections, int ConnectionsPerAddress, TimeSpan Farewell)
{
    private const int LongestLine = 16 * 1024 * 1024;

    public static LimitSettings Read(LayeredSettings settings) => new(
        settings.Size("lanchat.server.limits.line", 256, LongestLine),
        settings.Number("lanchat.server.limits.nickname", 1, Nick.LongestLength),
        settings.Number("lanchat.server.limits.away", 0, 10_000),
        settings.Duration("lanchat.server.limits.greeting", TimeSpan.FromMilliseconds(100)),
        settings.Size("lanchat.server.limits.waiting", 0),
        settings.Number("lanchat.server.limits.members", 0, int.MaxValue),
        settings.Number("lanchat.server.limits.connections", 0, int.MaxValue),
        settings.Number("lanchat.server.limits.connections-per-address", 0, int.MaxValue),
        settings.Duration("lanchat.server.limits.farewell", TimeSpan.FromMilliseconds(100)));
}

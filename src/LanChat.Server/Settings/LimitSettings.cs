using LanChat.Protocol;
using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary>
/// <c>lanchat.server.limits</c>: limits of one client and of the server; reference.conf says where
/// 0 means unlimited.
/// </summary>
internal sealed record LimitSettings
{
    public required int Line { get; init; }

    public required int Nickname { get; init; }

    public required int Away { get; init; }

    public required TimeSpan Greeting { get; init; }

    public required int Waiting { get; init; }

    public required int Members { get; init; }

    public required int Connections { get; init; }

    public required int ConnectionsPerAddress { get; init; }

    public required TimeSpan Farewell { get; init; }

    private const int MaxLine = 16 * 1024 * 1024;

    public static LimitSettings Read(LayeredSettings settings) => new()
    {
        Line = settings.Size("lanchat.server.limits.line", 256, MaxLine),
        Nickname = settings.Number("lanchat.server.limits.nickname", 1, Nick.LongestLength),
        Away = settings.Number("lanchat.server.limits.away", 0, 10_000),
        Greeting = settings.Duration("lanchat.server.limits.greeting", TimeSpan.FromMilliseconds(100)),
        Waiting = settings.Size("lanchat.server.limits.waiting", 0),
        Members = settings.Number("lanchat.server.limits.members", 0, int.MaxValue),
        Connections = settings.Number("lanchat.server.limits.connections", 0, int.MaxValue),
        ConnectionsPerAddress = settings.Number("lanchat.server.limits.connections-per-address", 0, int.MaxValue),
        Farewell = settings.Duration("lanchat.server.limits.farewell", TimeSpan.FromMilliseconds(100)),
    };
}

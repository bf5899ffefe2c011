using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.liveness</c>: how it is noticed that somebody is gone without a word.</summary>
internal sealed record LivenessSettings(
    TimeSpan Ping, TimeSpan Idle, TimeSpan KeepAlive, TimeSpan KeepAliveInterval, int KeepAliveCount)
{
    // More is refused by Linux.
    private static readonly TimeSpan LongestKeepAlive = TimeSpan.FromSeconds(32_767);

    public static LivenessSettings Read(LayeredSettings settings) => new(
        settings.Duration("lanchat.server.liveness.ping", TimeSpan.FromMilliseconds(10)),
        settings.Duration("lanchat.server.liveness.idle", TimeSpan.FromMilliseconds(20)),
        settings.Duration("lanchat.server.liveness.keep-alive", TimeSpan.FromSeconds(1), LongestKeepAlive),
        settings.Duration("lanchat.server.liveness.keep-alive-interval", TimeSpan.FromSeconds(1), LongestKeepAlive),
        settings.Number("lanchat.server.liveness.keep-alive-count", 1, 127));
}

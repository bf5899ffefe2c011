using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.liveness</c>: detection of dead connections.</summary>
internal sealed record LivenessSettings(
    TimeSpan Ping, TimeSpan Idle, TimeSpan KeepAlive, TimeSpan KeepAliveInterval, int KeepAliveCount)
{
    // The maximum of Linux.
    private static readonly TimeSpan MaxKeepAlive = TimeSpan.FromSeconds(32_767);

    public static LivenessSettings Read(LayeredSettings settings) => new(
        settings.Duration("lanchat.server.liveness.ping", TimeSpan.FromMilliseconds(10)),
        settings.Duration("lanchat.server.liveness.idle", TimeSpan.FromMilliseconds(20)),
        settings.Duration("lanchat.server.liveness.keep-alive", TimeSpan.FromSeconds(1), MaxKeepAlive),
        settings.Duration("lanchat.server.liveness.keep-alive-interval", TimeSpan.FromSeconds(1), MaxKeepAlive),
        settings.Number("lanchat.server.liveness.keep-alive-count", 1, 127));
}

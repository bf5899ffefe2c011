using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.raw</c>: timing of clients that send no line ends.</summary>
internal sealed record RawSettings(TimeSpan Quiet, TimeSpan Spacing)
{
    public static RawSettings Read(LayeredSettings settings) => new(
        settings.Duration("lanchat.server.raw.quiet", TimeSpan.FromMilliseconds(1)),
        settings.Duration("lanchat.server.raw.spacing", TimeSpan.FromMilliseconds(1)));
}

using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.files</c>: what is kept of the files people share.</summary>
internal sealed record FileSettings(int Size, int Total, int Count, TimeSpan Kept)
{
    public static FileSettings Read(LayeredSettings settings) => new(
        settings.Size("lanchat.server.files.size", 0),
        settings.Size("lanchat.server.files.total", 0),
        settings.Number("lanchat.server.files.count", 0, 1_000_000),
        settings.Duration("lanchat.server.files.kept", TimeSpan.FromSeconds(1)));
}

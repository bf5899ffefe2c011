using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary>
/// <c>lanchat.server.files</c>: limits of the snippet store. Sizes are in bytes.
/// </summary>
internal sealed record FileSettings(int Size, int Total, int Count, int PerAddress, TimeSpan Kept)
{
    /// <summary>Maximum files of one IP address: at most three quarters of all.</summary>
    public int MaxOfAddress() => Math.Min(PerAddress, Count - (Count / 4));

    public static FileSettings Read(LayeredSettings settings) => new(
        settings.Size("lanchat.server.files.size", 0),
        settings.Size("lanchat.server.files.total", 0),
        settings.Number("lanchat.server.files.count", 0, 1_000_000),
        settings.Number("lanchat.server.files.per-address", 1, 1_000_000),
        settings.Duration("lanchat.server.files.kept", TimeSpan.FromSeconds(1)));
}

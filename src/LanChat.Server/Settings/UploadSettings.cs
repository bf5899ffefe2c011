using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.uploads</c>: what is kept of the files that come by HTTP.</summary>
/// <param name="Size">The most bytes of one; 0 when there are none at all.</param>
/// <param name="Total">The most bytes of all of them, those on their way included.</param>
/// <param name="Count">The most of them.</param>
/// <param name="PerAddress">How many one address may have on their way.</param>
/// <param name="PerAddressCount">The most that one address may have here, those on their way included.</param>
/// <param name="PerAddressTotal">The most bytes of all that one address brought, what it announced included.</param>
/// <param name="Kept">How long each is kept.</param>
/// <param name="Unfinished">How long the rest of one is waited for.</param>
internal sealed record UploadSettings(long Size, long Total, int Count, int PerAddress, int PerAddressCount, long PerAddressTotal, TimeSpan Kept, TimeSpan Unfinished)
{
    /// <summary>How many files one address may have here: never more than three quarters of all, so that nobody takes every place.</summary>
    public int MostOfAddress() => Math.Min(PerAddressCount, Count - (Count / 4));

    public static UploadSettings Read(LayeredSettings settings) => new(
        settings.LongSize("lanchat.server.uploads.size"),
        settings.LongSize("lanchat.server.uploads.total"),
        settings.Number("lanchat.server.uploads.count", 0, 1_000_000),
        settings.Number("lanchat.server.uploads.per-address", 1, 1000),
        settings.Number("lanchat.server.uploads.per-address-count", 1, 1_000_000),
        settings.LongSize("lanchat.server.uploads.per-address-total"),
        settings.Duration("lanchat.server.uploads.kept", TimeSpan.FromSeconds(1)),
        settings.Duration("lanchat.server.uploads.unfinished", TimeSpan.FromSeconds(1)));
}

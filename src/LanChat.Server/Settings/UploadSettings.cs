using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.uploads</c>: what is kept of the files that come by HTTP.</summary>
internal sealed record UploadSettings
{
    /// <summary>The most bytes of one; 0 when there are none at all.</summary>
    public required long Size { get; init; }

    /// <summary>The most bytes of all of them, those on their way included.</summary>
    public required long Total { get; init; }

    /// <summary>The most of them.</summary>
    public required int Count { get; init; }

    /// <summary>How many one address may have on their way.</summary>
    public required int PerAddress { get; init; }

    /// <summary>The most that one address may have here, those on their way included.</summary>
    public required int PerAddressCount { get; init; }

    /// <summary>The most bytes of all that one address brought, what it announced included.</summary>
    public required long PerAddressTotal { get; init; }

    /// <summary>How long each is kept.</summary>
    public required TimeSpan Kept { get; init; }

    /// <summary>How long the rest of one is waited for.</summary>
    public required TimeSpan Unfinished { get; init; }

    /// <summary>How many files one address may have here: never more than three quarters of all, so that nobody takes every place.</summary>
    public int MostOfAddress() => Math.Min(PerAddressCount, Count - (Count / 4));

    public static UploadSettings Read(LayeredSettings settings) => new()
    {
        Size = settings.LongSize("lanchat.server.uploads.size"),
        Total = settings.LongSize("lanchat.server.uploads.total"),
        Count = settings.Number("lanchat.server.uploads.count", 0, 1_000_000),
        PerAddress = settings.Number("lanchat.server.uploads.per-address", 1, 1000),
        PerAddressCount = settings.Number("lanchat.server.uploads.per-address-count", 1, 1_000_000),
        PerAddressTotal = settings.LongSize("lanchat.server.uploads.per-address-total"),
        Kept = settings.Duration("lanchat.server.uploads.kept", TimeSpan.FromSeconds(1)),
        Unfinished = settings.Duration("lanchat.server.uploads.unfinished", TimeSpan.FromSeconds(1)),
    };
}

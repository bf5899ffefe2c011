using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.uploads</c>: limits of files uploaded by HTTP.</summary>
internal sealed record UploadSettings
{
    /// <summary>Maximum bytes of one file; 0 disables uploads.</summary>
    public required long Size { get; init; }

    /// <summary>Maximum bytes of all files, including unfinished uploads.</summary>
    public required long Total { get; init; }

    /// <summary>Maximum number of files, including unfinished uploads.</summary>
    public required int Count { get; init; }

    /// <summary>Maximum unfinished uploads of one IP address.</summary>
    public required int PerAddress { get; init; }

    /// <summary>Maximum files of one IP address, including unfinished uploads.</summary>
    public required int PerAddressCount { get; init; }

    /// <summary>Maximum bytes of one IP address, including announced uploads.</summary>
    public required long PerAddressTotal { get; init; }

    /// <summary>Retention of a complete file.</summary>
    public required TimeSpan Kept { get; init; }

    /// <summary>Time after which an upload that gets no bytes is deleted.</summary>
    public required TimeSpan Unfinished { get; init; }

    /// <summary>Maximum files of one IP address: at most three quarters of all.</summary>
    public int MaxOfAddress() => Math.Min(PerAddressCount, Count - (Count / 4));

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

using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary>
/// <c>lanchat.server.names</c>: limits of the nick registry and the offline mailbox.
/// </summary>
internal sealed record NameSettings
{
    /// <summary>Maximum registrations; 0 disables the registry.</summary>
    public required int Kept { get; init; }

    /// <summary>Maximum registrations of one device key.</summary>
    public required int PerKey { get; init; }

    /// <summary>Maximum registrations made from one IP address.</summary>
    public required int PerAddress { get; init; }

    /// <summary>Time after which an unused registration expires.</summary>
    public required TimeSpan Unused { get; init; }

    /// <summary>Retention of offline messages.</summary>
    public required TimeSpan WordsKept { get; init; }

    /// <summary>Maximum offline messages for one nickname; 0 disables the mailbox.</summary>
    public required int WordsPerName { get; init; }

    /// <summary>Maximum bytes of all offline messages.</summary>
    public required int WordsTotal { get; init; }

    private static readonly TimeSpan MinPeriod = TimeSpan.FromSeconds(1);

    public static NameSettings Read(LayeredSettings settings) => new()
    {
        Kept = settings.Number("lanchat.server.names.kept", 0, 1_000_000),
        PerKey = settings.Number("lanchat.server.names.per-key", 1, 1_000_000),
        PerAddress = settings.Number("lanchat.server.names.per-address", 1, 1_000_000),
        Unused = settings.Period("lanchat.server.names.unused", MinPeriod),
        WordsKept = settings.Period("lanchat.server.names.words-kept", MinPeriod),
        WordsPerName = settings.Number("lanchat.server.names.words-per-name", 0, 1_000_000),
        WordsTotal = settings.Size("lanchat.server.names.words-total", 0),
    };
}

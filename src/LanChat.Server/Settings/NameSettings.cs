using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.names</c>: how names belong to keys, and what waits for their owners.</summary>
internal sealed record NameSettings
{
    /// <summary>How many names may belong to somebody; 0: none does.</summary>
    public required int Kept { get; init; }

    /// <summary>How many of them to one key.</summary>
    public required int PerKey { get; init; }

    /// <summary>How many of them may have been taken from one address.</summary>
    public required int PerAddress { get; init; }

    /// <summary>How long a name that is not used belongs to its owner.</summary>
    public required TimeSpan Unused { get; init; }

    /// <summary>How long private words wait.</summary>
    public required TimeSpan WordsKept { get; init; }

    /// <summary>How many wait for one name; 0: none does.</summary>
    public required int WordsPerName { get; init; }

    /// <summary>The most bytes of all words that wait.</summary>
    public required int WordsTotal { get; init; }

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    public static NameSettings Read(LayeredSettings settings) => new()
    {
        Kept = settings.Number("lanchat.server.names.kept", 0, 1_000_000),
        PerKey = settings.Number("lanchat.server.names.per-key", 1, 1_000_000),
        PerAddress = settings.Number("lanchat.server.names.per-address", 1, 1_000_000),
        Unused = settings.Period("lanchat.server.names.unused", Least),
        WordsKept = settings.Period("lanchat.server.names.words-kept", Least),
        WordsPerName = settings.Number("lanchat.server.names.words-per-name", 0, 1_000_000),
        WordsTotal = settings.Size("lanchat.server.names.words-total", 0),
    };
}

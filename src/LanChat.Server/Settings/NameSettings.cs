using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.names</c>: how names belong to keys, and what waits for their owners.</summary>
/// <param name="Kept">How many names may belong to somebody; 0: none does.</param>
/// <param name="PerKey">How many of them to one key.</param>
/// <param name="PerAddress">How many of them may have been taken from one address.</param>
/// <param name="Unused">How long a name that is not used belongs to its owner.</param>
/// <param name="WordsKept">How long private words wait.</param>
/// <param name="WordsPerName">How many wait for one name; 0: none does.</param>
/// <param name="WordsTotal">The most bytes of all words that wait.</param>
internal sealed record NameSettings(
    int Kept, int PerKey, int PerAddress, TimeSpan Unused, TimeSpan WordsKept, int WordsPerName, int WordsTotal)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    public static NameSettings Read(LayeredSettings settings) => new(
        settings.Number("lanchat.server.names.kept", 0, 1_000_000),
        settings.Number("lanchat.server.names.per-key", 1, 1_000_000),
        settings.Number("lanchat.server.names.per-address", 1, 1_000_000),
        settings.Period("lanchat.server.names.unused", Least),
        settings.Period("lanchat.server.names.words-kept", Least),
        settings.Number("lanchat.server.names.words-per-name", 0, 1_000_000),
        settings.Size("lanchat.server.names.words-total", 0));
}

using LanChat.Settings;
using LanChat.Texts;
using Npgsql;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.history</c>: how and for how long messages are stored.</summary>
internal sealed record HistorySettings
{
    /// <summary>When a message is persisted.</summary>
    public required Durability Durability { get; init; }

    /// <summary>Maximum missed messages sent to a returning client.</summary>
    public required int CatchUp { get; init; }

    /// <summary>Maximum messages held in memory while the store is unavailable.</summary>
    public required int Unsaved { get; init; }

    /// <summary>Number of client message ids held for deduplication.</summary>
    public required int Refs { get; init; }

    /// <summary>
    /// Connection string of the PostgreSQL database; empty: a file in the data folder.
    /// </summary>
    public required string Postgres { get; init; }

    /// <summary>Retention time of a message; zero: unlimited.</summary>
    public required TimeSpan KeepAge { get; init; }

    /// <summary>Maximum bytes of all messages; zero: unlimited.</summary>
    public required long KeepSize { get; init; }

    /// <summary>Maximum delay of a write with <see cref="Durability.Relaxed"/>.</summary>
    public static readonly TimeSpan RelaxedFor = TimeSpan.FromMilliseconds(100);

    private const string DurabilityKey = "lanchat.server.history.durability";

    public static HistorySettings Read(LayeredSettings settings) => new()
    {
        Durability = settings.Text(DurabilityKey) switch
        {
            "committed" => Durability.Committed,
            "relaxed" => Durability.Relaxed,
            "memory" => Durability.Memory,
            var other => throw settings.Wrong(DurabilityKey, ServerTexts.UnknownDurability(other)),
        },
        CatchUp = settings.Number("lanchat.server.history.catch-up", 0, 100_000),
        Unsaved = settings.Number("lanchat.server.history.unsaved", 0, 10_000_000),
        Refs = settings.Number("lanchat.server.history.refs", 0, 10_000_000),
        Postgres = PostgresOf(settings),
        KeepAge = AgeOf(settings),
        KeepSize = settings.LongSize("lanchat.server.history.keep-size"),
    };

    // A number without a unit is milliseconds, which is always a mistake here.
    private static TimeSpan AgeOf(LayeredSettings settings)
    {
        const string key = "lanchat.server.history.keep-age";
        return settings.Period(key, TimeSpan.Zero) == TimeSpan.Zero
            ? TimeSpan.Zero
            : settings.Period(key, TimeSpan.FromSeconds(1));
    }

    private static string PostgresOf(LayeredSettings settings)
    {
        const string key = "lanchat.server.history.postgres";
        var text = settings.Text(key);
        try
        {
            _ = new NpgsqlConnectionStringBuilder(text);
            return text;
        }
        catch (ArgumentException wrong)
        {
            throw settings.Wrong(key, ServerTexts.NoConnectionString(wrong.Message));
        }
    }
}

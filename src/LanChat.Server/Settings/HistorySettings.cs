using LanChat.Settings;
using LanChat.Texts;
using Npgsql;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.history</c>: whether and how the talk outlives the server.</summary>
internal sealed record HistorySettings
{
    /// <summary>When a message counts as kept.</summary>
    public required Durability Durability { get; init; }

    /// <summary>How many messages somebody who comes back is shown of what they missed.</summary>
    public required int CatchUp { get; init; }

    /// <summary>How many messages wait in memory while nothing can be written.</summary>
    public required int Unsaved { get; init; }

    /// <summary>How many things that were said are known by what their speakers call them.</summary>
    public required int Refs { get; init; }

    /// <summary>How to connect to the PostgreSQL database that keeps it; empty where a file in the data folder does.</summary>
    public required string Postgres { get; init; }

    /// <summary>How long a message is kept; zero: for ever.</summary>
    public required TimeSpan KeepAge { get; init; }

    /// <summary>The most bytes of all messages; zero: there is no bound.</summary>
    public required long KeepSize { get; init; }

    /// <summary>The longest a message that was told already waits to be written.</summary>
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

    // A number without a unit is milliseconds; nobody means that.
    private static TimeSpan AgeOf(LayeredSettings settings)
    {
        const string key = "lanchat.server.history.keep-age";
        return settings.Period(key, TimeSpan.Zero) == TimeSpan.Zero ? TimeSpan.Zero : settings.Period(key, TimeSpan.FromSeconds(1));
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

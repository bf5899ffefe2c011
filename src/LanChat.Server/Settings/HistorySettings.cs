using LanChat.Server.History;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.history</c>: whether and how the talk outlives the server.</summary>
/// <param name="Durability">When a message counts as kept.</param>
/// <param name="CatchUp">How many messages somebody who comes back is shown of what they missed.</param>
/// <param name="Unsaved">How many messages wait in memory while nothing can be written.</param>
/// <param name="Refs">How many things that were said are known by what their speakers call them.</param>
/// <param name="Postgres">How to connect to the PostgreSQL database that keeps it; empty where a file in the data folder does.</param>
/// <param name="KeepAge">How long a message is kept; zero: for ever.</param>
/// <param name="KeepSize">The most bytes of all messages; zero: there is no bound.</param>
internal sealed record HistorySettings(Durability Durability, int CatchUp, int Unsaved, int Refs, string Postgres, TimeSpan KeepAge, long KeepSize)
{
    /// <summary>The longest a message that was told already waits to be written.</summary>
    public static readonly TimeSpan RelaxedFor = TimeSpan.FromMilliseconds(100);

    private const string DurabilityKey = "lanchat.server.history.durability";

    public static HistorySettings Read(LayeredSettings settings) => new(
        settings.Text(DurabilityKey) switch
        {
            "committed" => Durability.Committed,
            "relaxed" => Durability.Relaxed,
            "memory" => Durability.Memory,
            var other => throw settings.Wrong(DurabilityKey, ServerTexts.UnknownDurability(other)),
        },
        settings.Number("lanchat.server.history.catch-up", 0, 100_000),
        settings.Number("lanchat.server.history.unsaved", 0, 10_000_000),
        settings.Number("lanchat.server.history.refs", 0, 10_000_000),
        PostgresOf(settings),
        AgeOf(settings),
        settings.LongSize("lanchat.server.history.keep-size"));

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
            PostgresPlace.Parse(text);
            return text;
        }
        catch (ArgumentException wrong)
        {
            throw settings.Wrong(key, ServerTexts.NoConnectionString(wrong.Message));
        }
    }
}

using LanChat.Protocol;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// Reads a history in PostgreSQL through its own connection. Compares texts itself, so that every
/// database finds the same messages.
/// </summary>
internal sealed class PostgresReader(PostgresConnection postgres) : IHistoryReader
{
    private const string IsShown = $"kind <> 2 and not ({MessageRow.IsChange})";

    // Closing a reader early still fetches all rows, so rows are selected in parts.
    private const int PartSize = 1000;

    // The number of ids the database itself scans for one reply.
    private const long Window = 100_000;
    private const int MaxWindows = 10;

    public IReadOnlyList<ChatMessage> ReadBefore(long id, int limit) => Part(id, limit).Reverse().ToArray();

    public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) =>
        Read($"id > $1 and {IsShown} order by id limit $2", id, limit);

    public SearchResult Search(SearchQuery query)
    {
        var before = query.Until is { } until
            ? Math.Min(query.Before, FirstFrom(ClockTolerance.Later(until)))
            : query.Before;
        var oldest = query.Since is { } since ? FirstFrom(ClockTolerance.Earlier(since)) : long.MinValue;
        var scan = new SearchScan(query, oldest);
        if (IsComparedAlike(query.Text)) ScanWindows(scan, before, $"%{Escaped(query.Text)}%");
        else scan.Examine(From(before));
        return scan.Result();
    }

    public void Dispose() => postgres.Dispose();

    /// <summary>
    /// Selects candidates in the database, which uses its trigram index if it has one.
    /// </summary>
    private void ScanWindows(SearchScan scan, long before, string pattern)
    {
        var (first, end) = postgres.Run(Ends);
        before = Math.Min(before, end);
        for (var window = 0; window < MaxWindows && before > first; window++, before -= Window)
            scan.Examine(Alike(before, pattern));
        if (before > first) scan.StopBefore(before);
    }

    private IEnumerable<ChatMessage> Alike(long before, string pattern)
    {
        var from = before - Window;
        while (Read(
            $"id < $1 and id >= $2 and {IsShown} and text ilike $3 order by id desc limit $4",
            before,
            from,
            pattern,
            PartSize) is [.., var oldest] part)
        {
            foreach (var message in part) yield return message;
            before = oldest.Id;
        }
    }

    // The database's locale may not know the case of letters beyond ASCII.
    private static bool IsComparedAlike(string text) => text.Length > 0
        && text.All(unit => !char.IsSurrogate(unit) && (char.IsAscii(unit)
            || char.ToUpperInvariant(unit) == char.ToLowerInvariant(unit)));

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(
            "%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private IEnumerable<ChatMessage> From(long before)
    {
        while (Part(before, PartSize) is [.., var oldest] part)
        {
            foreach (var message in part) yield return message;
            before = oldest.Id;
        }
    }

    private IReadOnlyList<ChatMessage> Part(long before, int limit) =>
        Read($"id < $1 and {IsShown} order by id desc limit $2", before, limit);

    private List<ChatMessage> Read(string where, params object[] values) => postgres.Run(connection =>
        connection.Read($"select {PostgresHistory.Columns} from message where {where}", MessageRow.Message, values));

    /// <summary>
    /// Binary search for the first message at or after a time: ids and times grow together.
    /// </summary>
    private long FirstFrom(DateTime moment)
    {
        var (low, high) = postgres.Run(Ends);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Read("id >= $1 order by id limit 1", middle) is [var message] && message.Time < moment)
                low = message.Id + 1;
            else high = middle;
        }

        return low;
    }

    private static (long First, long End) Ends(NpgsqlConnection connection) =>
        connection.Read(
            "select coalesce(min(id), 1), coalesce(max(id), 0) + 1 from message",
            row => (row.GetInt64(0), row.GetInt64(1)))[0];
}

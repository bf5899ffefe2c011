using LanChat.Protocol;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// Reads a history in PostgreSQL through a connection of its own. What is looked for is compared
/// here, so it is found as in every history.
/// </summary>
internal sealed class PostgresReader(PostgresLink link) : IHistoryReader
{
    // An early end of a statement's rows reads them all: so they are asked for in parts.
    private const int PartSize = 1000;

    // What the database itself looks through for one answer, where it can.
    private const long Window = 100_000;
    private const int MostWindows = 10;

    public IReadOnlyList<ChatMessage> Below(long id, int most) => Part(id, most).Reverse().ToArray();

    public IReadOnlyList<ChatMessage> Above(long id, int most) =>
        Read("id > $1 and kind <> 2 order by id limit $2", id, most);

    public Findings Search(Query query)
    {
        var before = query.Until is { } until
            ? Math.Min(query.Before, FirstFrom(ClockSlack.Later(until)))
            : query.Before;
        var hunt = new Hunt(query, query.Since is { } since ? FirstFrom(ClockSlack.Earlier(since)) : long.MinValue);
        if (IsComparedAlike(query.Text)) Hunt(hunt, before, $"%{Escaped(query.Text)}%");
        else hunt.Look(From(before));
        return hunt.Result();
    }

    public void Dispose() => link.Dispose();

    /// <summary>
    /// Has the database find what may match, which it does with an index if it has one.
    /// </summary>
    private void Hunt(Hunt hunt, long before, string pattern)
    {
        var (first, end) = link.Run(Ends);
        before = Math.Min(before, end);
        for (var window = 0; window < MostWindows && before > first; window++, before -= Window)
            hunt.Look(Alike(before, pattern));
        if (before > first) hunt.CutAt(before);
    }

    private IEnumerable<ChatMessage> Alike(long before, string pattern)
    {
        var from = before - Window;
        while (Read(
            "id < $1 and id >= $2 and kind <> 2 and text ilike $3 order by id desc limit $4",
            before,
            from,
            pattern,
            PartSize) is [.., var oldest] part)
        {
            foreach (var message in part) yield return message;
            before = oldest.Id;
        }
    }

    // Of other letters than ASCII's the database may know less than we do, as its locale is.
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

    private IReadOnlyList<ChatMessage> Part(long before, int most) =>
        Read("id < $1 and kind <> 2 order by id desc limit $2", before, most);

    private List<ChatMessage> Read(string where, params object[] values) => link.Run(connection =>
        connection.Read($"select {PostgresHistory.Columns} from message where {where}", MessageRow.Message, values));

    /// <summary>
    /// The first message from a moment on, found by halves: numbers and times grow together.
    /// </summary>
    private long FirstFrom(DateTime moment)
    {
        var (low, high) = link.Run(Ends);
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

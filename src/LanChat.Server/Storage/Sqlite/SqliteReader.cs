using LanChat.Protocol;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// Reads a history in SQLite through its own connection; in WAL mode it does not block the writer.
/// </summary>
internal sealed class SqliteReader(SqliteSearchFiles files, SqliteConnection history) : IHistoryReader
{
    private const string IsShown = $"kind <> 2 and not ({MessageRow.IsChange})";

    public IReadOnlyList<ChatMessage> ReadBefore(long id, int limit) =>
        SqliteSearchFiles.Try(
            () => Read($"id < $id and {IsShown} order by id desc limit $most", id, limit).Reverse().ToArray());

    public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) =>
        SqliteSearchFiles.Try(() => Read($"id > $id and {IsShown} order by id limit $most", id, limit).ToArray());

    public SearchResult Search(SearchQuery query) => SqliteSearchFiles.Try(() =>
    {
        try
        {
            return RunScan(query);
        }
        catch (SqliteException) when (files.IndexIsDamaged)
        {
            return RunScan(query); // without the index
        }
    });

    public void Dispose() => history.Dispose();

    private SearchResult RunScan(SearchQuery query)
    {
        var before = query.Until is { } until
            ? Math.Min(query.Before, FirstFrom(ClockTolerance.Later(until)))
            : query.Before;
        var oldest = query.Since is { } since ? FirstFrom(ClockTolerance.Earlier(since)) : long.MinValue;
        var scan = new SearchScan(query, oldest);
        using var index = NGrams.MatchExpression(query) is { } words ? SqliteIndexReader.TryOpen(files, words) : null;
        scan.Examine(Scan(before, index?.UpTo ?? long.MinValue, query.Text));
        if (index is not null)
        {
            var candidates = Merge(index.Before(before), ChangedSince(index.UpTo, before));
            scan.Examine(candidates.Select(One).OfType<ChatMessage>());
        }

        return scan.Result();
    }

    /// <summary>
    /// The indexed messages that were changed later than indexed, newest first: the index has their
    /// former words. Reads what is not indexed yet, not all changes by their targets.
    /// </summary>
    private List<long> ChangedSince(long upTo, long before) => history.Read(
        $"select distinct target from message not indexed where id > $0 and {MessageRow.IsChange} "
        + "and target <= $0 and target < $1 order by target desc",
        row => row.GetInt64(0), upTo, before);

    /// <summary>Merges ids that descend.</summary>
    private static IEnumerable<long> Merge(IEnumerable<long> indexed, List<long> changed)
    {
        var next = 0;
        foreach (var id in indexed)
        {
            for (; next < changed.Count && changed[next] > id; next++) yield return changed[next];
            if (next < changed.Count && changed[next] == id) next++;
            yield return id;
        }

        for (; next < changed.Count; next++) yield return changed[next];
    }

    private ChatMessage? One(long id) => Read("id = $id limit $most", id, 1).FirstOrDefault();

    private IEnumerable<ChatMessage> Read(string where, long id, long limit)
    {
        using var select = history.CreateCommand();
        select.CommandText = $"select {SqliteHistory.Columns} from message where {where}";
        select.Parameters.AddWithValue("$id", id);
        select.Parameters.AddWithValue("$most", limit);
        using var rows = select.ExecuteReader();
        while (rows.Read()) yield return MessageRow.Message(rows);
    }

    /// <summary>
    /// The messages between two ids, newest first. A row whose text does not match is not read in
    /// full: null.
    /// </summary>
    private IEnumerable<(long Id, ChatMessage? Message)> Scan(long before, long after, string text)
    {
        using var select = history.CreateCommand();
        select.CommandText =
            $"select {SqliteHistory.Columns} from message where id < $before and id > $after order by id desc";
        select.Parameters.AddWithValue("$before", before);
        select.Parameters.AddWithValue("$after", after);
        using var rows = select.ExecuteReader();
        while (rows.Read())
            yield return (rows.GetInt64(0), rows.GetString(MessageRow.Text).Contains(
                text, StringComparison.OrdinalIgnoreCase) ? MessageRow.Message(rows) : null);
    }

    /// <summary>
    /// Binary search for the first message at or after a time: ids and times grow together.
    /// </summary>
    private long FirstFrom(DateTime moment)
    {
        var (low, high) = Ends();
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Read("id >= $id order by id limit $most", middle, 1).FirstOrDefault() is { } message
                && message.Time < moment) low = message.Id + 1;
            else high = middle;
        }

        return low;
    }

    private (long First, long End) Ends()
    {
        using var select = history.CreateCommand();
        select.CommandText =
            "select coalesce((select min(id) from message), 1), coalesce((select max(id) from message), 0) + 1";
        using var row = select.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }
}

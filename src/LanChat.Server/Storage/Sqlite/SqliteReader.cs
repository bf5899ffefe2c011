using LanChat.Protocol;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// Reads a history in SQLite through a connection of its own, which WAL keeps out of the writer's
/// way.
/// </summary>
internal sealed class SqliteReader(SqliteLookup files, SqliteConnection history) : IHistoryReader
{
    public IReadOnlyList<ChatMessage> Below(long id, int most) =>
        SqliteLookup.Try(
            () => Read("id < $id and kind <> 2 order by id desc limit $most", id, most).Reverse().ToArray());

    public IReadOnlyList<ChatMessage> Above(long id, int most) =>
        SqliteLookup.Try(() => Read("id > $id and kind <> 2 order by id limit $most", id, most).ToArray());

    public Findings Search(Query query) => SqliteLookup.Try(() =>
    {
        try
        {
            return Hunt(query);
        }
        catch (SqliteException) when (files.IndexIsDamaged)
        {
            return Hunt(query); // without it
        }
    });

    public void Dispose() => history.Dispose();

    private Findings Hunt(Query query)
    {
        var before = query.Until is { } until
            ? Math.Min(query.Before, FirstFrom(ClockSlack.Later(until)))
            : query.Before;
        var hunt = new Hunt(query, query.Since is { } since ? FirstFrom(ClockSlack.Earlier(since)) : long.MinValue);
        using var index = Grams.ToFind(query) is { } words ? SqliteIndexReader.TryOpen(files, words) : null;
        hunt.Look(Scan(before, index?.UpTo ?? long.MinValue, query.Text));
        if (index is not null) hunt.Look(index.Before(before).Select(One).OfType<ChatMessage>());
        return hunt.Result();
    }

    private ChatMessage? One(long id) => Read("id = $id limit $most", id, 1).FirstOrDefault();

    private IEnumerable<ChatMessage> Read(string where, long id, long most)
    {
        using var select = history.CreateCommand();
        select.CommandText = $"select {SqliteHistory.Columns} from message where {where}";
        select.Parameters.AddWithValue("$id", id);
        select.Parameters.AddWithValue("$most", most);
        using var rows = select.ExecuteReader();
        while (rows.Read()) yield return MessageRow.Message(rows);
    }

    /// <summary>
    /// All messages between two, the newest first; of those whose text does not match, only that
    /// they are there, which takes much less.
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
    /// The first message from a moment on, found by halves: numbers and times grow together.
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

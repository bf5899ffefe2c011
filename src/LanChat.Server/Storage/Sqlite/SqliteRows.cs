using System.Globalization;
using LanChat.Protocol;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>Reads messages through a connection.</summary>
internal sealed class SqliteRows(SqliteConnection connection)
{
    private const int PartSize = 1000;

    /// <summary>The columns for <see cref="ReadDamaged"/>: an earlier version lacks some.</summary>
    public string ReadableColumns { get; set; } = SqliteHistory.Columns;

    /// <summary>
    /// The messages after an id, oldest first, the newest beyond the limit; and the changes of
    /// earlier messages, and all since the first of these.
    /// </summary>
    public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit)
    {
        var messages = Newest($"not ({MessageRow.IsChange})", id, limit);
        var first = messages is [var oldest, ..] ? oldest.Id : long.MaxValue;
        // The sign keeps SQLite from going through all changes by their targets.
        var which = string.Create(
            CultureInfo.InvariantCulture, $"{MessageRow.IsChange} and (+target <= {id} or +id >= {first})");
        var changes = Newest(which, id, MessageRow.MaxChanges);
        return changes.Count == 0 ? messages : [.. messages.Concat(changes).OrderBy(message => message.Id)];
    }

    /// <summary>The newest messages of some kind after an id, oldest first.</summary>
    public List<ChatMessage> Newest(string which, long after, int limit)
    {
        using var select = Select(
            $"(select * from message where id > $id and {which} order by id desc limit $most) order by id",
            after,
            limit);
        return ReadInto([], select, MessageRow.Message);
    }

    /// <summary>The next messages of all.</summary>
    public List<ChatMessage> Next(long last)
    {
        using var select = Select("message where id > $id order by id limit $most", last, PartSize);
        return ReadInto([], select, MessageRow.Message);
    }

    /// <summary>The readable messages of a damaged file, from one end, in parts.</summary>
    public IEnumerable<IReadOnlyList<ChatMessage>> ReadDamaged(bool isFromEnd)
    {
        var (last, order, beyond) = isFromEnd ? (long.MaxValue, "desc", "<") : (long.MinValue, "asc", ">");
        while (true)
        {
            var part = ReadPart($"message where id {beyond} $id order by id {order} limit $most", last);
            if (part.Count == 0) yield break;
            last = part[^1].Id;
            yield return part;
        }
    }

    /// <summary>Reads rows up to the first unreadable one.</summary>
    private List<ChatMessage> ReadPart(string from, long last)
    {
        var messages = new List<ChatMessage>();
        try
        {
            using var select = Select(from, last, PartSize, ReadableColumns);
            ReadInto(messages, select, MessageRow.OldMessage);
        }
        catch (SqliteException)
        {
            // The damaged part begins here.
        }

        return messages;
    }

    private SqliteCommand Select(string from, long id, int limit, string columns = SqliteHistory.Columns)
    {
        var select = connection.CreateCommand();
        select.CommandText = $"select {columns} from {from}";
        select.Parameters.AddWithValue("$id", id);
        select.Parameters.AddWithValue("$most", limit);
        return select;
    }

    private static List<ChatMessage> ReadInto(
        List<ChatMessage> messages, SqliteCommand select, Func<SqliteDataReader, ChatMessage> read)
    {
        using var rows = select.ExecuteReader();
        while (rows.Read()) messages.Add(read(rows));
        return messages;
    }
}

using LanChat.Protocol;
using LanChat.Server.Names;
using Npgsql;

namespace LanChat.Server.History;

/// <summary>The tables <c>name</c> and <c>word</c>, and the refs of messages. Times are milliseconds since 1970, UTC.</summary>
internal static class PostgresBook
{
    /// <summary>All or none, since a batch is one transaction.</summary>
    public static int Write(NpgsqlConnection connection, IReadOnlyList<Note> notes)
    {
        if (notes.Count == 0) return 0;
        using var batch = new NpgsqlBatch(connection);
        foreach (var note in notes) batch.BatchCommands.Add(Statement(note));
        return batch.ExecuteNonQuery();
    }

    public static Book Read(NpgsqlConnection connection, int messages) => new(
        connection.Read("select shown, key, ip, first, last from name", row =>
            new OwnedName(row.GetString(0), row.GetString(1), row.GetString(2), Time(row.GetInt64(3)), Time(row.GetInt64(4)))),
        connection.Read("select number, addressee, nick, ip, port, time, text, ref from word order by number", Word),
        connection.Read("select ref, id from message where id > (select max(id) from message) - $1 and ref is not null order by id", row =>
            (row.GetString(0), row.GetInt64(1)), (long)messages));

    private static NpgsqlBatchCommand Statement(Note note) => note switch
    {
        Note.NameUsed({ } name) => Statement(
            """
            insert into name (name, shown, key, ip, first, last) values ($1, $2, $3, $4, $5, $6)
            on conflict (name) do update set shown = $2, key = $3, ip = $4, first = $5, last = $6
            """,
            NameKey.Of(name.Text), name.Text, name.Key, name.Ip, Milliseconds(name.First), Milliseconds(name.Last)),
        Note.NameForgotten(var name) => Statement("delete from name where name = $1", NameKey.Of(name)),
        Note.WordWaits({ } word) => Statement(
            "insert into word (number, addressee, nick, ip, port, time, text, ref) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
            word.Number, word.To, word.Message.Nickname, word.Message.From.Ip, word.Message.From.Port, Milliseconds(word.Message.Time),
            word.Message.Text, word.Message.Ref),
        Note.LogIs(var id) => Statement("update log set id = $1", id),
        Note.WordGone(var number) => Statement("delete from word where number = $1", number),
        _ => throw new ArgumentException($"No such note: {note}", nameof(note)),
    };

    private static NpgsqlBatchCommand Statement(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddValues(values);
        return command;
    }

    private static WaitingWord Word(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetString(1), new ChatMessage(
        0, MessageKind.Private, row.GetString(2), new PeerAddress(row.GetString(3), row.GetInt32(4)), row.GetString(6), Time(row.GetInt64(5)).ToLocalTime())
    {
        Ref = row.IsDBNull(7) ? null : row.GetString(7),
    });

    private static long Milliseconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds();

    private static DateTime Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}

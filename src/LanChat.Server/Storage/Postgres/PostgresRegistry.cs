using LanChat.Protocol;
using LanChat.Rooms;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// The tables <c>name</c> (registrations) and <c>word</c> (offline messages), and the refs of
/// messages. Times are milliseconds since 1970, UTC.
/// </summary>
internal static class PostgresRegistry
{
    /// <summary>Atomic: Npgsql runs a batch as one transaction.</summary>
    public static int Write(NpgsqlConnection connection, IReadOnlyList<RegistryChange> changes)
    {
        if (changes.Count == 0) return 0;
        using var batch = new NpgsqlBatch(connection);
        foreach (var change in changes) batch.BatchCommands.Add(Statement(change));
        return batch.ExecuteNonQuery();
    }

    public static RegistrySnapshot Read(NpgsqlConnection connection, int messages) => new(
        connection.Read("select shown, key, ip, first, last from name", row =>
            new NickRegistration(
                row.GetString(0), row.GetString(1), row.GetString(2), Time(row.GetInt64(3)), Time(row.GetInt64(4)))),
        connection.Read("select number, addressee, nick, ip, port, time, text, ref from word order by number", Word),
        connection.Read("select ref, id from message where id > (select max(id) from message) - $1 and ref is not "
            + "null order by id", row =>
            (row.GetString(0), row.GetInt64(1)), (long)messages));

    private static NpgsqlBatchCommand Statement(RegistryChange change) => change switch
    {
        RegistryChange.NickUsed({ } name) => Statement(
            """
            insert into name (name, shown, key, ip, first, last) values ($1, $2, $3, $4, $5, $6)
            on conflict (name) do update set shown = $2, key = $3, ip = $4, first = $5, last = $6
            """,
            NickKey.Of(name.Text), name.Text, name.Account, name.Ip, Milliseconds(name.First), Milliseconds(name.Last)),
        RegistryChange.NickRemoved(var name) => Statement("delete from name where name = $1", NickKey.Of(name)),
        RegistryChange.MessageQueued({ } word) => Statement(
            "insert into word (number, addressee, nick, ip, port, time, text, ref) values ($1, $2, $3, $4, $5, $6, "
                + "$7, $8) on conflict do nothing",
            word.Number, word.To, word.Message.Nickname, word.Message.From.Ip, word.Message.From.Port,
            Milliseconds(word.Message.Time),
            word.Message.Text, word.Message.Ref),
        RegistryChange.LogIdSet(var id) => Statement("update log set id = $1", id),
        RegistryChange.MessageRemoved(var number) => Statement("delete from word where number = $1", number),
        _ => throw new ArgumentException($"No such change: {change}", nameof(change)),
    };

    private static NpgsqlBatchCommand Statement(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddValues(values);
        return command;
    }

    private static OfflineMessage Word(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetString(1), new ChatMessage(
        0, MessageKind.Private, row.GetString(2), new PeerAddress(
            row.GetString(3), row.GetInt32(4)), row.GetString(6), Time(row.GetInt64(5)).ToLocalTime())
    {
        Ref = row.IsDBNull(7) ? null : row.GetString(7),
    });

    private static long Milliseconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds();

    private static DateTime Time(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}

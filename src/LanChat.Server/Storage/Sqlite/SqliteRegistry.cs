using LanChat.Protocol;
using LanChat.Rooms;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// The tables <c>name</c> (registrations) and <c>word</c> (offline messages), and the refs of
/// messages. Times are milliseconds since 1970, UTC.
/// </summary>
internal static class SqliteRegistry
{
    public static int Write(SqliteConnection connection, RegistryChange change) => change switch
    {
        RegistryChange.NickUsed({ } name) => connection.Run(
            """
            insert into name (name, shown, key, ip, first, last) values ($0, $1, $2, $3, $4, $5)
            on conflict (name) do update set shown = $1, key = $2, ip = $3, first = $4, last = $5
            """,
            NickKey.Of(name.Text), name.Text, name.Account, name.Ip, Milliseconds(name.First), Milliseconds(name.Last)),
        RegistryChange.NickRemoved(var name) => connection.Run("delete from name where name = $0", NickKey.Of(name)),
        RegistryChange.MessageQueued({ } word) => connection.Run(
            "insert or ignore into word (number, addressee, nick, ip, port, time, text, ref) values ($0, $1, $2, $3, "
                + "$4, $5, $6, $7)",
            word.Number, word.To, word.Message.Nickname, word.Message.From.Ip, word.Message.From.Port,
            new DateTimeOffset(word.Message.Time).ToUnixTimeMilliseconds(), word.Message.Text, word.Message.Ref),
        RegistryChange.LogIdSet(var id) => connection.Run("update log set id = $0", id),
        RegistryChange.MessageRemoved(var number) => connection.Run("delete from word where number = $0", number),
        _ => throw new ArgumentException($"No such change: {change}", nameof(change)),
    };

    public static RegistrySnapshot Read(SqliteConnection connection, int messages) => new(
        connection.Read("select shown, key, ip, first, last from name", row =>
            new NickRegistration(
                row.GetString(0), row.GetString(1), row.GetString(2), Time(row.GetInt64(3)), Time(row.GetInt64(4)))),
        connection.Read("select number, addressee, nick, ip, port, time, text, ref from word order by number", Word),
        connection.Read("select ref, id from message where id > (select max(id) from message) - $0 and ref is not "
            + "null order by id", row =>
            (row.GetString(0), row.GetInt64(1)), messages));

    private static OfflineMessage Word(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), new ChatMessage(
        0, MessageKind.Private, row.GetString(2), new PeerAddress(
            row.GetString(3), row.GetInt32(4)), row.GetString(6), Time(row.GetInt64(5)).ToLocalTime())
    {
        Ref = row.IsDBNull(7) ? null : row.GetString(7),
    });

    private static long Milliseconds(DateTime utc) => new DateTimeOffset(utc).ToUnixTimeMilliseconds();

    private static DateTime Time(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}

using System.Data.Common;
using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>The table <c>private_message</c>: the private messages between accounts.</summary>
internal static class PrivateTable
{
    public const string Create = """
        create table private_message (
            serial bigint primary key, pair text not null, number bigint not null, sender text not null,
            recipient text not null, addressee text not null, nick text not null, ip text not null, port bigint not null,
            time bigint not null, text text not null, ref text, file_id bigint, file_name text, file_size bigint,
            file_type text, file_link text, file_site text
        );
        create index private_message_sender on private_message (sender, serial);
        create index private_message_recipient on private_message (recipient, serial);
        create index private_message_pair on private_message (pair, serial);
        """;

    private const int MaxScanned = 20_000;

    public static PrivateLogState ReadState(ISqlDatabase database, int refs)
    {
        var numbers = database.Read(
            "select pair, max(number), max(serial) from private_message group by pair",
            row => (Pair: row.GetString(0), Number: row.GetInt64(1), Serial: row.GetInt64(2)));
        var newest = database.Read(
            "select ref from private_message where ref is not null order by serial desc limit $1",
            row => row.GetString(0), (long)refs);
        return new PrivateLogState(
            numbers.Select(one => one.Serial).DefaultIfEmpty().Max(),
            numbers.ToDictionary(one => one.Pair, one => one.Number),
            [.. newest.Reverse()]);
    }

    /// <summary>The messages that a query selects, oldest first.</summary>
    public static IReadOnlyList<StoredPrivateMessage> Read(ISqlDatabase database, PrivateQuery query)
    {
        var isForward = query.IsForward;
        var order = isForward ? "serial" : "serial desc";
        var whose = query.With is null ? "(sender = $1 or recipient = $1)" : "pair = $1";
        var key = query.With is { } other ? StoredPrivateMessage.PairOf(query.Account, other) : query.Account;
        var rows = database.Read(
            $"select * from private_message where {whose} and serial > $2 and serial < $3 order by {order} limit $4",
            Message, key, query.After, query.Before, (long)(query.Text.Length > 0 ? MaxScanned : query.Limit));
        var found = rows.Where(query.Matches).Take(query.Limit);
        return [.. isForward ? found : found.Reverse()];
    }

    public static void Insert(ISqlTransaction transaction, StoredPrivateMessage stored)
    {
        var (message, file) = (stored.Message, stored.Message.File);
        transaction.Run("delete from private_message where serial = $1", stored.Serial);
        transaction.Run(
            "insert into private_message values "
                + "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
            stored.Serial, stored.Pair, stored.Number, stored.Sender, stored.Recipient, stored.To, message.Nickname,
            message.From.Ip, (long)message.From.Port, SqlTime.Milliseconds(message.Time.ToUniversalTime()),
            message.Text, message.Ref, file?.Id, file?.Name, file?.Size, file?.Type, file?.Link, file?.Site);
    }

    /// <summary>Gives the messages of an account to another one.</summary>
    public static void Merge(ISqlTransaction transaction, ServerChange.AccountMerged merged)
    {
        transaction.Run("update private_message set sender = $2 where sender = $1", merged.From, merged.Into);
        transaction.Run("update private_message set recipient = $2 where recipient = $1", merged.From, merged.Into);
        foreach (var (from, into, last) in merged.Pairs)
        {
            transaction.Run("update private_message set pair = $2 where pair = $1", from, into);
            transaction.Run(
                """
                update private_message set number = placed.number
                from (
                    select serial, $2 - count(*) over () + row_number() over (order by serial) as number
                    from private_message where pair = $1
                ) as placed
                where placed.serial = private_message.serial
                """,
                into, last);
        }
    }

    /// <summary>Deletes what is older than a time, UTC.</summary>
    public static void Prune(ISqlTransaction transaction, DateTime before) =>
        transaction.Run("delete from private_message where time < $1", SqlTime.Milliseconds(before));

    private static StoredPrivateMessage Message(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(2), row.GetString(3), row.GetString(4), row.GetString(5), new ChatMessage(
            0, MessageKind.Private, row.GetString(6), new PeerAddress(row.GetString(7), (int)row.GetInt64(8)),
            row.GetString(10), SqlTime.Of(row.GetInt64(9)).ToLocalTime())
        {
            File = row.IsDBNull(12) ? null : new ChatFile(row.GetInt64(12), row.GetString(13), row.GetInt64(14), null)
            {
                Type = Optional(row, 15),
                Link = Optional(row, 16),
                Site = Optional(row, 17),
            },
            Ref = Optional(row, 11),
        });

    private static string? Optional(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}

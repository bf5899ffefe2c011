using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>Deletes the oldest messages. PostgreSQL's vacuum makes their space reusable.</summary>
internal static class PostgresPruning
{
    // The overhead of a row: its header, its line pointer and its index entry.
    private const int BesideValues = 24 + 4 + 16;

    public static int Prune(NpgsqlConnection connection, RetentionPolicy policy, int limit)
    {
        var isTooLarge = policy.MaxBytes is { } size && Size(connection, policy.MinMemberMessages) > size;
        if (!isTooLarge && policy.KeepFrom is null) return 0;
        var oldest = connection.Read(
            $"""
            select id, time from message
            where id < (select id from message order by id desc limit 1 offset $1) and {MayPrune(3)}
            order by id limit $2
            """,
            row => (row.GetInt64(0), row.GetInt64(1)), policy.MinMessages - 1, limit, policy.MinMemberMessages);
        return policy.LastToPrune(oldest, isTooLarge) is { } last
            ? connection.Run($"delete from message where id <= $1 and {MayPrune(2)}", last, policy.MinMemberMessages)
            : 0;
    }

    private static string MayPrune(int parameter) =>
        $"id not in (select id from message where {MessageRow.IsMemberMessage} order by id desc limit ${parameter})";

    /// <summary>
    /// An estimate from the average of the newest thousand rows: the size of the table includes
    /// deleted rows.
    /// </summary>
    private static double Size(NpgsqlConnection connection, int memberMessages) => connection.Read(
        $"""
        select (select coalesce(max(id) - min(id) + 1, 0) from message where {MayPrune(1)})
            * (select coalesce(avg(pg_column_size(newest.*)), 0)::float8 + {BesideValues}
               from (select * from message order by id desc limit 1000) as newest)
        """,
        row => row.GetDouble(0), memberMessages)[0];
}

using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// How the oldest messages are removed. The room they took is used again; PostgreSQL's own vacuum
/// sees to that.
/// </summary>
internal static class PostgresForgetting
{
    // What a row takes beside its values: its header, its place in the page, and in the index.
    private const int BesideValues = 24 + 4 + 16;

    public static int Forget(NpgsqlConnection connection, Bounds bounds, int most)
    {
        var isTooLarge = bounds.Size is { } size && Size(connection, bounds.Said) > size;
        if (!isTooLarge && bounds.From is null) return 0;
        var oldest = connection.Read(
            $"""
            select id, time from message
            where id < (select id from message order by id desc limit 1 offset $1) and {IsForgotten(3)}
            order by id limit $2
            """,
            row => (row.GetInt64(0), row.GetInt64(1)), bounds.Least - 1, most, bounds.Said);
        return bounds.LastBeyond(oldest, isTooLarge) is { } last
            ? connection.Run($"delete from message where id <= $1 and {IsForgotten(2)}", last, bounds.Said)
            : 0;
    }

    private static string IsForgotten(int said) =>
        $"id not in (select id from message where {MessageRow.IsTalk} order by id desc limit ${said})";

    /// <summary>
    /// About: what removed messages took can't be told from what is free, so the last thousand are
    /// taken for all.
    /// </summary>
    private static double Size(NpgsqlConnection connection, int said) => connection.Read(
        $"""
        select (select coalesce(max(id) - min(id) + 1, 0) from message where {IsForgotten(1)})
            * (select coalesce(avg(pg_column_size(newest.*)), 0)::float8 + {BesideValues} from (select * from message order by id desc limit 1000) as newest)
        """,
        row => row.GetDouble(0), said)[0];
}

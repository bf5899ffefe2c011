using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// How the oldest messages are removed, and the room they took is given back to the disk.
/// </summary>
internal static class SqliteForgetting
{
    public static int Forget(SqliteConnection connection, Bounds bounds, int most)
    {
        var isTooLarge = Size(connection) > bounds.Size;
        if (!isTooLarge && bounds.From is null) return 0;
        var oldest = connection.Read(
            $"""
            select id, time from message
            where id < (select id from message order by id desc limit 1 offset $0) and {IsForgotten(2)}
            order by id limit $1
            """,
            row => (row.GetInt64(0), row.GetInt64(1)), bounds.Least - 1, most, bounds.Said);
        if (bounds.LastBeyond(oldest, isTooLarge) is not { } last) return 0;
        var count = connection.Run($"delete from message where id <= $0 and {IsForgotten(1)}", last, bounds.Said);
        connection.Read("pragma incremental_vacuum(500)", _ => 0);
        return count;
    }

    private static string IsForgotten(int said) =>
        $"id not in (select id from message where {MessageRow.IsTalk} order by id desc limit ${said})";

    /// <summary>
    /// Free pages are not counted: files of before there was this keep them, and use them again.
    /// </summary>
    private static long Size(SqliteConnection connection) =>
        (connection.Number("pragma page_count") - connection.Number("pragma freelist_count"))
        * connection.Number("pragma page_size");
}

using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>Deletes the oldest messages and returns their space to the file system.</summary>
internal static class SqlitePruning
{
    public static int Prune(SqliteConnection connection, RetentionPolicy policy, int limit)
    {
        var isTooLarge = Size(connection) > policy.MaxBytes;
        if (!isTooLarge && policy.KeepFrom is null) return 0;
        var oldest = connection.Read(
            $"""
            select id, time from message
            where id < (select id from message order by id desc limit 1 offset $0) and {MayPrune(2)}
            order by id limit $1
            """,
            row => (row.GetInt64(0), row.GetInt64(1)), policy.MinMessages - 1, limit, policy.MinMemberMessages);
        if (policy.LastToPrune(oldest, isTooLarge) is not { } last) return 0;
        var count = connection.Run(
            $"delete from message where id <= $0 and {MayPrune(1)}", last, policy.MinMemberMessages);
        connection.Read("pragma incremental_vacuum(500)", _ => 0);
        return count;
    }

    private static string MayPrune(int parameter) =>
        $"id not in (select id from message where {MessageRow.IsMemberMessage} order by id desc limit ${parameter})";

    /// <summary>
    /// Excludes free pages: older files without incremental vacuum keep and reuse them.
    /// </summary>
    private static long Size(SqliteConnection connection) =>
        (connection.Number("pragma page_count") - connection.Number("pragma freelist_count"))
        * connection.Number("pragma page_size");
}

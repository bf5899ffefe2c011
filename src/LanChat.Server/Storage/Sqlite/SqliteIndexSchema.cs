using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// The tables of the search index. An index of another version is rebuilt from the history.
/// </summary>
internal static class SqliteIndexSchema
{
    private const long Version = 2;

    // The index stores no positions, lengths or texts: candidates are compared with the history.
    private const string Tables =
        """
        pragma journal_mode = wal;
        begin;
        create virtual table gram using fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');
        create table state (upto integer not null, count integer not null, replaced integer not null,
            is_open integer not null);
        insert into state values (0, 0, 0, 1);
        pragma user_version = 2;
        commit;
        """;

    public static void Create(SqliteConnection index) => index.Run(Tables);

    /// <summary>The last indexed message; null if the index has another version.</summary>
    public static long? UpTo(SqliteConnection index) =>
        Number(index, "pragma user_version") == Version ? Number(index, "select upto from state") : null;

    /// <summary>
    /// Removes the words of replaced messages from the file. In a large index, which has to be
    /// written anew for that, only when they are some.
    /// </summary>
    public static void RemoveReplaced(SqliteConnection index)
    {
        const int quicklyWritten = 20_000;
        const int some = 50;
        var count = Number(index, "select count from state");
        if (count > quicklyWritten && Number(index, "select replaced from state") < count / some) return;
        index.Run("pragma secure_delete = on");
        index.Run("insert into gram (gram) values ('optimize')");
        index.Run("update state set replaced = 0");
        index.Read("pragma wal_checkpoint(truncate)", _ => 0);
        index.Run(SqliteChange.LeaveNothing);
    }

    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }

    public static bool IsDamage(SqliteException error) =>
        error.SqliteErrorCode is SqliteError.Corrupt or SqliteError.NotADatabase or 1; // 1: a table is missing
}

using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// The tables of the search index. An index of another version is rebuilt from the history.
/// </summary>
internal static class SqliteIndexSchema
{
    private const long Version = 1;

    // The index stores no positions, lengths or texts: candidates are compared with the history.
    private const string Tables =
        """
        pragma journal_mode = wal;
        begin;
        create virtual table gram using fts5(words, content='', detail=none, columnsize=0, tokenize='ascii');
        create table state (upto integer not null, count integer not null, is_open integer not null);
        insert into state values (0, 0, 1);
        pragma user_version = 1;
        commit;
        """;

    public static void Create(SqliteConnection index) => index.Run(Tables);

    /// <summary>The last indexed message; null if the index has another version.</summary>
    public static long? UpTo(SqliteConnection index) =>
        Number(index, "pragma user_version") == Version ? Number(index, "select upto from state") : null;

    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }

    public static bool IsDamage(SqliteException error) =>
        error.SqliteErrorCode is SqliteError.Corrupt or SqliteError.NotADatabase or 1; // 1: a table is missing
}

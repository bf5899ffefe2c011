namespace LanChat.Server.Storage.Sqlite;

/// <summary>SQLite's result codes that need handling (sqlite.org/rescode.html).</summary>
internal static class SqliteError
{
    public const int Busy = 5;
    public const int ReadOnly = 8;
    public const int InputOutput = 10;
    public const int Corrupt = 11;
    public const int Full = 13;
    public const int CannotOpen = 14;
    public const int NotADatabase = 26;

    /// <summary>
    /// Whether a retry may succeed: the database is locked, the disk is full or fails.
    /// </summary>
    public static bool IsTransient(int code) => code is Busy or InputOutput or Full;
}

namespace LanChat.Server.Storage.Sqlite;

/// <summary>Result codes of SQLite that mean something to us (sqlite.org/rescode.html).</summary>
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
    /// Whether it may be over in a while: somebody else is at it, or the disk is full or does not
    /// answer.
    /// </summary>
    public static bool MayPass(int code) => code is Busy or InputOutput or Full;
}

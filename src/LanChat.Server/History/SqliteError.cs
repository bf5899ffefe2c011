namespace LanChat.Server.History;

/// <summary>Result codes of SQLite that mean something to us (sqlite.org/rescode.html).</summary>
internal static class SqliteError
{
    public const int Corrupt = 11;
    public const int NotADatabase = 26;
}

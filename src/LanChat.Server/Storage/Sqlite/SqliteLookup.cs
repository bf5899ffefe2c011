using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// Where the history and its index are, and what its readers have found out about the index.
/// </summary>
internal sealed class SqliteLookup(string historyFile)
{
    private volatile bool _isDamaged;

    public string IndexFile { get; } = Path.Combine(Path.GetDirectoryName(historyFile) ?? "", "search.db");

    /// <summary>The index can't be read as it should be: it is to be made anew.</summary>
    public bool IndexIsDamaged
    {
        get => _isDamaged;
        set => _isDamaged = value;
    }

    /// <exception cref="HistoryException">The history can't be opened.</exception>
    public SqliteReader OpenReader() => new(this, OpenHistory());

    /// <exception cref="HistoryException">The history can't be opened.</exception>
    public SqliteIndex OpenIndex() => new(this, OpenHistory());

    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException cause)
        {
            throw new HistoryException(cause.Message, cause);
        }
    }

    private SqliteConnection OpenHistory()
    {
        try
        {
            return Open(historyFile, SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException cause)
        {
            throw new HistoryException(ServerTexts.HistoryUnreadable(historyFile, cause.Message), cause);
        }
    }
}

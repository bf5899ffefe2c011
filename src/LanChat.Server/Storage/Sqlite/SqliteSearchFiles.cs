using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>The files of a history and its search index, shared by their readers.</summary>
internal sealed class SqliteSearchFiles(string historyFile)
{
    private volatile bool _isDamaged;

    public string IndexFile { get; } = Path.Combine(Path.GetDirectoryName(historyFile) ?? "", "search.db");

    /// <summary>Whether a reader found the index damaged; the next update rebuilds it.</summary>
    public bool IndexIsDamaged
    {
        get => _isDamaged;
        set => _isDamaged = value;
    }

    /// <exception cref="HistoryException">The history cannot be opened.</exception>
    public SqliteReader OpenReader() => new(this, OpenHistory());

    /// <exception cref="HistoryException">The history cannot be opened.</exception>
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

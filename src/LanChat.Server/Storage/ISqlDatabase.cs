using System.Data.Common;

namespace LanChat.Server.Storage;

/// <summary>
/// A database for statements that SQLite and PostgreSQL have in common, with parameters <c>$1</c>,
/// <c>$2</c> and so on. Not thread-safe.
/// </summary>
internal interface ISqlDatabase : IDisposable
{
    /// <summary>Runs statements in one transaction, which is on the disk on return.</summary>
    /// <exception cref="HistoryException">The database cannot be written now.</exception>
    void Write(Action<ISqlTransaction> work);

    /// <summary>Reads all rows of a query.</summary>
    /// <exception cref="HistoryException">The database cannot be read now.</exception>
    IReadOnlyList<T> Read<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values);
}

/// <summary>A transaction of a <see cref="ISqlDatabase"/>.</summary>
internal interface ISqlTransaction
{
    void Run(string sql, params ReadOnlySpan<object?> values);
}

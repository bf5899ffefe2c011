using System.Data.Common;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>An SQLite database in WAL mode, every transaction synced.</summary>
internal sealed class SqliteDatabase : ISqlDatabase
{
    private readonly string _file;
    private readonly SqliteConnection _connection;

    private SqliteDatabase(string file, SqliteConnection connection) => (_file, _connection) = (file, connection);

    /// <summary>Opens a database; creates it if necessary.</summary>
    /// <exception cref="HistoryException">The file is unreadable.</exception>
    public static SqliteDatabase Open(string file) => Try(file, () =>
    {
        NativeSqlite.Use();
        var options = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
        var connection = new SqliteConnection(options.ToString());
        try
        {
            connection.Open();
            connection.Run("pragma journal_mode = wal");
            connection.Run("pragma synchronous = full");
            return new SqliteDatabase(file, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    public void Write(Action<ISqlTransaction> work) => Try(_file, () =>
    {
        using var transaction = _connection.BeginTransaction();
        work(new Transaction(transaction));
        transaction.Commit();
        return true;
    });

    public IReadOnlyList<T> Read<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        object?[] given = [.. values];
        return Try(_file, () =>
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            AddValues(command, given);
            using var rows = command.ExecuteReader();
            List<T> found = [];
            while (rows.Read()) found.Add(read(rows));
            return found;
        });
    }

    public void Dispose() => _connection.Dispose();

    public override string ToString() => _file;

    private static T Try<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException cause)
        {
            var isTransient = SqliteError.IsTransient(cause.SqliteErrorCode);
            throw new HistoryException(ServerTexts.HistoryUnreadable(file, cause.Message), cause)
            {
                IsTransient = isTransient,
            };
        }
    }

    private static void AddValues(SqliteCommand command, ReadOnlySpan<object?> values)
    {
        for (var at = 0; at < values.Length; at++)
            command.Parameters.AddWithValue($"${at + 1}", values[at] ?? DBNull.Value);
    }

    private sealed class Transaction(SqliteTransaction transaction) : ISqlTransaction
    {
        public void Run(string sql, params ReadOnlySpan<object?> values)
        {
            using var command = transaction.Connection!.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            AddValues(command, values);
            command.ExecuteNonQuery();
        }
    }
}

using System.Data.Common;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// A schema of a PostgreSQL database; every transaction is committed synchronously.
/// </summary>
internal sealed class PostgresDatabase : ISqlDatabase
{
    private readonly PostgresLocation _location;
    private readonly PostgresConnection _connection;

    private PostgresDatabase(PostgresLocation location)
    {
        _location = location;
        _connection = new PostgresConnection(location, Prepare);
    }

    /// <summary>Opens a schema; creates it if necessary.</summary>
    /// <exception cref="HistoryException">The database cannot be reached.</exception>
    public static PostgresDatabase Open(PostgresLocation location) => new(location);

    /// <summary>Deletes a schema, if it exists.</summary>
    /// <exception cref="HistoryException">The database cannot be reached.</exception>
    public static void Drop(PostgresLocation location)
    {
        using var connection = new PostgresConnection(location, _ => { });
        connection.Run(open => open.Run($"drop schema if exists {location.QuotedSchema} cascade"));
    }

    public void Write(Action<ISqlTransaction> work) => _connection.Run(connection =>
    {
        using var transaction = connection.BeginTransaction();
        work(new Transaction(connection));
        transaction.Commit();
        return true;
    });

    public IReadOnlyList<T> Read<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        object?[] given = [.. values];
        return _connection.Run(connection => connection.Read(sql, row => read(row), given));
    }

    public void Dispose() => _connection.Dispose();

    public override string ToString() => $"{_location}";

    private void Prepare(NpgsqlConnection connection)
    {
        PostgresHistory.CommitSynchronously(connection);
        connection.Run($"create schema if not exists {_location.QuotedSchema}");
    }

    private sealed class Transaction(NpgsqlConnection connection) : ISqlTransaction
    {
        public void Run(string sql, params ReadOnlySpan<object?> values) => connection.Run(sql, values);
    }
}

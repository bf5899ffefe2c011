using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using LanChat.Texts;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>A connection to PostgreSQL that reconnects on the next use after a failure.</summary>
internal sealed class PostgresConnection(PostgresLocation location, Action<NpgsqlConnection> prepare) : IDisposable
{
    private NpgsqlConnection? _connection;

    /// <exception cref="HistoryException">
    /// The database cannot be reached, or an operation failed.
    /// </exception>
    public T Run<T>(Func<NpgsqlConnection, T> work)
    {
        try
        {
            return work(_connection ??= Connect());
        }
        catch (Exception cause) when (
            cause is DbException or SocketException or IOException or TimeoutException or AuthenticationException)
        {
            // After any failure the next operation uses a new connection.
            Dispose();
            throw new HistoryException(ServerTexts.HistoryUnreadable($"{location}", Sentence(cause)), cause)
            {
                IsTransient = IsTransient(cause),
            };
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private NpgsqlConnection Connect()
    {
        var connection = location.Connection();
        try
        {
            connection.Open();
            connection.Run($"set search_path to {location.QuotedSchema}");
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Server unreachable, database not created yet, or too many connections.</summary>
    private static bool IsTransient(Exception cause) =>
        cause is SocketException or IOException or TimeoutException or NpgsqlException { IsTransient: true }
            or PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName };

    private static string Sentence(Exception cause) =>
        cause.InnerException is { } inner ? $"{cause.Message}: {inner.Message}" : cause.Message;
}

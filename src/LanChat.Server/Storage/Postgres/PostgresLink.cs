using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using LanChat.Texts;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// A connection to PostgreSQL that is made anew, and prepared anew, by whoever needs it after it
/// was lost.
/// </summary>
internal sealed class PostgresLink(PostgresPlace place, Action<NpgsqlConnection> prepare) : IDisposable
{
    private NpgsqlConnection? _connection;

    /// <exception cref="HistoryException">It could not be done.</exception>
    public T Run<T>(Func<NpgsqlConnection, T> work)
    {
        try
        {
            return work(_connection ??= Connect());
        }
        catch (Exception cause) when (
            cause is DbException or SocketException or IOException or TimeoutException or AuthenticationException)
        {
            // Whatever it was, what comes next has a connection that is known to be good.
            Dispose();
            throw new HistoryException(ServerTexts.HistoryUnreadable($"{place}", Sentence(cause)), cause)
            {
                MayPass = MayPass(cause),
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
        var connection = place.Connection();
        try
        {
            connection.Open();
            connection.Run($"set search_path to {place.QuotedSchema}");
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A database that is not reached, not made yet, or has no place for one more connection now.
    /// </summary>
    private static bool MayPass(Exception cause) =>
        cause is SocketException or IOException or TimeoutException or NpgsqlException { IsTransient: true }
            or PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName };

    private static string Sentence(Exception cause) =>
        cause.InnerException is { } inner ? $"{cause.Message}: {inner.Message}" : cause.Message;
}

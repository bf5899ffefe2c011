using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// Creates a trigram index, which PostgreSQL updates itself. Without the right to create it,
/// searches are slower.
/// </summary>
internal sealed class PostgresIndex(PostgresConnection postgres) : IHistoryIndex
{
    private const string SchemaOfTrigrams =
        "select quote_ident(nspname) from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where "
            + "extname = 'pg_trgm'";

    public int Advance(int limit)
    {
        try
        {
            return postgres.Run(Make);
        }
        catch (HistoryException refused) when (refused.InnerException is PostgresException)
        {
            return 0;
        }
    }

    public void Dispose() => postgres.Dispose();

    /// <summary>Created concurrently: does not block writes, however long it takes.</summary>
    private static int Make(NpgsqlConnection connection)
    {
        connection.Run("create extension if not exists pg_trgm schema public");
        var schema = connection.Value<string>(SchemaOfTrigrams);
        var sql =
            $"create index concurrently if not exists message_text_trigrams on message using gin (text "
                + $"{schema}.gin_trgm_ops)";
        using var make = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        make.ExecuteNonQuery();
        return 0;
    }
}

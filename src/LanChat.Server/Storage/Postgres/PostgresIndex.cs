using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// An index of trigrams, which PostgreSQL keeps up to date itself. Where it must not be made,
/// searches take longer.
/// </summary>
internal sealed class PostgresIndex(PostgresLink link) : IHistoryIndex
{
    private const string SchemaOfTrigrams =
        "select quote_ident(nspname) from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where "
            + "extname = 'pg_trgm'";

    public int Advance(int most)
    {
        try
        {
            return link.Run(Make);
        }
        catch (HistoryException refused) when (refused.InnerException is PostgresException)
        {
            return 0;
        }
    }

    public void Dispose() => link.Dispose();

    /// <summary>Without keeping anybody from writing, however long it takes.</summary>
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

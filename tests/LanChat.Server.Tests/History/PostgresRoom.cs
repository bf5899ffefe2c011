using LanChat.Server.Storage.Postgres;

namespace LanChat.Server.Tests.History;

/// <summary>A room in the tests' PostgreSQL; drops its schema after the test.</summary>
internal sealed class PostgresRoom : IDisposable
{
    public PostgresLocation Place { get; } = new(Postgres.ConnectionString, $"room \"{Guid.NewGuid()}\"");

    public T Ask<T>(string sql)
    {
        using var connection = Place.Connection();
        connection.Open();
        return connection.Value<T>(sql);
    }

    public void Dispose()
    {
        if (Postgres.Obstacle is not null) return;
        using var connection = Place.Connection();
        connection.Open();
        connection.Run($"drop schema if exists {Place.QuotedSchema} cascade");
    }
}

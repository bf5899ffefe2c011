using Npgsql;

namespace LanChat.EndToEnd.Tests.Databases;

/// <summary>
/// A room of its own name in the tests' PostgreSQL; its schema is dropped after the test.
/// </summary>
internal sealed class PostgresRoom : IDisposable
{
    private const string Variable = "LANCHAT_TEST_POSTGRES";

    private static readonly string ConnectionString = Environment.GetEnvironmentVariable(Variable) ?? "";

    public static string? Obstacle =>
        ConnectionString.Length > 0 ? null : $"no PostgreSQL: {Variable} is not set to a connection string";

    public string Name { get; } = $"room {Guid.NewGuid()}";

    /// <summary>The database without a proxy.</summary>
    public static NpgsqlConnectionStringBuilder Database => new(ConnectionString);

    /// <summary>Settings of a server with its history in this database.</summary>
    /// <param name="database">How to connect.</param>
    public string[] Settings(NpgsqlConnectionStringBuilder database) =>
    [
        "lanchat.server.history.durability=committed", $"lanchat.server.room.name=\"{Name}\"",
        $"lanchat.server.history.postgres=\"{database.ConnectionString}\"",
        "lanchat.server.room.history-size=10000",
    ];

    public void Dispose()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var drop = new NpgsqlCommand($"drop schema if exists \"lanchat_{Name}\" cascade", connection);
        drop.ExecuteNonQuery();
    }
}

using Npgsql;

namespace LanChat.EndToEnd.Tests.Databases;

/// <summary>
/// A room of its own name in the PostgreSQL of the tests; what is kept of it is gone after the
/// test.
/// </summary>
internal sealed class PostgresRoom : IDisposable
{
    private const string Variable = "LANCHAT_TEST_POSTGRES";

    private static readonly string ConnectionString = Environment.GetEnvironmentVariable(Variable) ?? "";

    public static string? Obstacle =>
        ConnectionString.Length > 0 ? null : $"no PostgreSQL: {Variable} is not set to a connection string";

    public string Name { get; } = $"room {Guid.NewGuid()}";

    /// <summary>Where the database itself is.</summary>
    public static NpgsqlConnectionStringBuilder Database => new(ConnectionString);

    /// <summary>The settings of a server that keeps its history there.</summary>
    /// <param name="database">How to connect to it.</param>
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

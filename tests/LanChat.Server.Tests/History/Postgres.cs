namespace LanChat.Server.Tests.History;

/// <summary>
/// The PostgreSQL server for tests, which create and drop their own schemas in it.
/// </summary>
internal static class Postgres
{
    private const string Variable = "LANCHAT_TEST_POSTGRES";

    /// <summary>The connection string; empty if there is no server.</summary>
    public static string ConnectionString { get; } = Environment.GetEnvironmentVariable(Variable) ?? "";

    /// <summary>The reason why the server cannot be used; null if it can.</summary>
    public static string? Obstacle =>
        ConnectionString.Length > 0 ? null : $"no PostgreSQL: {Variable} is not set to a connection string";
}

/// <summary>Marks a class whose facts need PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnPostgresAttribute : Attribute;

/// <summary>A fact that needs PostgreSQL; skipped with the reason without it.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Postgres.Obstacle;
}

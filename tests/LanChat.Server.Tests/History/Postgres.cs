namespace LanChat.Server.Tests.History;

/// <summary>
/// The PostgreSQL these tests may use: they make schemas of their own in it, and drop them.
/// </summary>
internal static class Postgres
{
    private const string Variable = "LANCHAT_TEST_POSTGRES";

    /// <summary>How to connect to it; empty when there is none.</summary>
    public static string ConnectionString { get; } = Environment.GetEnvironmentVariable(Variable) ?? "";

    /// <summary>Why it can't be used.</summary>
    public static string? Obstacle =>
        ConnectionString.Length > 0 ? null : $"no PostgreSQL: {Variable} is not set to a connection string";
}

/// <summary>The facts of this class need PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnPostgresAttribute : Attribute;

/// <summary>A fact that needs PostgreSQL, skipped with the reason where there is none.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Postgres.Obstacle;
}

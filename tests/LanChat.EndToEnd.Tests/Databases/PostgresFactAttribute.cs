namespace LanChat.EndToEnd.Tests.Databases;

/// <summary>A test that needs PostgreSQL; skipped with the reason without it.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresRoom.Obstacle;
}

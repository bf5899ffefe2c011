namespace LanChat.EndToEnd.Tests.Databases;

/// <summary>A test that needs PostgreSQL, skipped with the reason where there is none.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresRoom.Obstacle;
}

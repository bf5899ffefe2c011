using Microsoft.Data.Sqlite;

namespace LanChat.Server.Tests.History;

/// <summary>Runs SQL on a database without migrating it.</summary>
internal static class Sqlite
{
    static Sqlite() => SQLitePCL.Batteries_V2.Init();

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public static void Run(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>Runs statements with parameters <c>$1</c>, <c>$2</c> and so on.</summary>
internal static class PostgresStatements
{
    public static int Run(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    public static T Value<T>(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, sql, values);
        return (T)command.ExecuteScalar()!;
    }

    public static List<T> Read<T>(
        this NpgsqlConnection connection,
        string sql,
        Func<NpgsqlDataReader, T> read,
        params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, sql, values);
        using var rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(read(rows));
        return all;
    }

    public static void AddValues(this NpgsqlParameterCollection parameters, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            parameters.Add(
                new NpgsqlParameter { Value = value is string text ? PostgresRow.Text(text) : value ?? DBNull.Value });
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddValues(values);
        return command;
    }
}

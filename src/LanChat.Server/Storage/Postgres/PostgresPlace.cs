using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// Where in a PostgreSQL database a room's history is: in a schema of its own. So each room has its
/// own version and is migrated by its own server, is dumped and dropped by itself, and no statement
/// has to say which room it means.
/// </summary>
internal sealed class PostgresPlace
{
    private const string Prefix = "lanchat_";
    private const int LongestName = 63 - 8; // bytes of an identifier, without the prefix

    private readonly NpgsqlConnectionStringBuilder _connection;

    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public PostgresPlace(string connectionString, string room)
    {
        _connection = new NpgsqlConnectionStringBuilder(connectionString);
        Schema = Prefix + NameOf(room);
        if (!_connection.ContainsKey("Timeout")) _connection.Timeout = 5;
        if (!_connection.ContainsKey("Command Timeout")) _connection.CommandTimeout = 10;
        if (!_connection.ContainsKey("Max Auto Prepare")) _connection.MaxAutoPrepare = 32;
        (_connection.Pooling, _connection.Enlist, _connection.ApplicationName) = (false, false, "lanchat-server");
    }

    public string Schema { get; }

    /// <summary>The schema as statements name it.</summary>
    public string QuotedSchema => $"\"{Schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>What the database knows the lock of this room by.</summary>
    public long Lock => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(Schema)));

    public NpgsqlConnection Connection() => new(_connection.ConnectionString);

    /// <summary>For people; without what is secret.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"PostgreSQL {_connection.Host}:{_connection.Port}/{_connection.Database}, schema {QuotedSchema}");

    /// <summary>
    /// The room's name, or what fits of it and a digest so that no two rooms share it.
    /// </summary>
    private static string NameOf(string room)
    {
        if (Encoding.UTF8.GetByteCount(room) <= LongestName && !room.Contains('\0', StringComparison.Ordinal))
            return room;
        var letters = string.Concat(room.Where(char.IsLetterOrDigit).Take(LongestName / 4));
        return $"{letters}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(room)))[..12]}";
    }
}

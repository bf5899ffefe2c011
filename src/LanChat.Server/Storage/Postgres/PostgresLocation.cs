using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LanChat.Server.Settings;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// The schema of a room's history in a PostgreSQL database. One schema per room: each room has its
/// own version, is migrated, dumped and dropped by itself, and no statement names the room.
/// </summary>
internal sealed class PostgresLocation
{
    private const string Prefix = "lanchat_";
    private const int LongestName = 63 - 8; // bytes of an identifier, without the prefix

    private readonly NpgsqlConnectionStringBuilder _connection;

    /// <exception cref="ArgumentException">The connection string is invalid.</exception>
    public PostgresLocation(string connectionString, string room)
    {
        _connection = new NpgsqlConnectionStringBuilder(connectionString);
        Schema = Prefix + NameOf(room);
        if (!_connection.ContainsKey("Timeout")) _connection.Timeout = 5;
        if (!_connection.ContainsKey("Command Timeout")) _connection.CommandTimeout = 10;
        if (!_connection.ContainsKey("Max Auto Prepare")) _connection.MaxAutoPrepare = 32;
        (_connection.Pooling, _connection.Enlist, _connection.ApplicationName) = (false, false, "lanchat-server");
    }

    /// <summary>The schema of a room that is not the lobby.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="lobby">The name of the lobby.</param>
    /// <param name="key">The key of the room.</param>
    public static PostgresLocation OfRoom(string connectionString, string lobby, string key) =>
        new(connectionString, $"{lobby}__{DataPaths.DigestOf(key)}");

    /// <summary>The schema of what the server keeps about its rooms.</summary>
    public static PostgresLocation OfServer(string connectionString, string lobby) =>
        new(connectionString, $"{lobby}__server");

    public string Schema { get; }

    /// <summary>The schema, quoted for statements.</summary>
    public string QuotedSchema => $"\"{Schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The key of the room's advisory lock.</summary>
    public long Lock => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(Schema)));

    public NpgsqlConnection Connection() => new(_connection.ConnectionString);

    /// <summary>For messages to users; omits secrets.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"PostgreSQL {_connection.Host}:{_connection.Port}/{_connection.Database}, schema {QuotedSchema}");

    /// <summary>
    /// The room's name; a prefix with a digest if it is too long for an identifier.
    /// </summary>
    private static string NameOf(string room)
    {
        if (Encoding.UTF8.GetByteCount(room) <= LongestName && !room.Contains('\0', StringComparison.Ordinal))
            return room;
        var letters = string.Concat(room.Where(char.IsLetterOrDigit).Take(LongestName / 4));
        return $"{letters}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(room)))[..12]}";
    }
}

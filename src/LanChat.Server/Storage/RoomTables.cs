using System.Data.Common;
using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>
/// The tables about rooms: names, settings, roles, invitations and requests to enter.
/// </summary>
internal static class RoomTables
{
    public const string Create = """
        create table room (
            key text primary key, name text not null, is_lobby bigint not null, opened bigint not null, opener text,
            is_archived bigint not null, has_spoken bigint not null, password text, port bigint
        );
        create table setting (
            room text not null, name text not null, value text not null, primary key (room, name)
        );
        create table role (
            room text not null, key text not null, role text not null, primary key (room, key)
        );
        create table first_entry (
            room text not null, key text not null, after bigint not null, primary key (room, key)
        );
        create table invitation (
            room text not null, hash text not null, uses bigint not null, until bigint not null,
            primary key (room, hash)
        );
        create table request (
            room text not null, number bigint not null, nick text not null, ip text not null, port bigint not null,
            key text, asked bigint not null, is_admitted bigint not null, primary key (room, number)
        );
        """;

    private static readonly string[] Names = ["room", "setting", "role", "first_entry", "invitation", "request"];

    /// <summary>The rooms, in the order they were opened.</summary>
    public static IReadOnlyList<RoomRecord> Read(ISqlDatabase database)
    {
        ILookup<string, T> ByRoom<T>(string sql, Func<DbDataReader, T> read) =>
            database.Read(sql, row => (Room: row.GetString(0), Value: read(row)))
                .ToLookup(row => row.Room, row => row.Value);

        var settings = ByRoom("select room, name, value from setting", row => Pair(row.GetString(1), row.GetString(2)));
        var roles = ByRoom("select room, key, role from role", row => Pair(
            row.GetString(1), Enum.Parse<Role>(row.GetString(2), ignoreCase: true)));
        var entries = ByRoom(
            "select room, key, after from first_entry", row => Pair(row.GetString(1), row.GetInt64(2)));
        var invitations = ByRoom("select room, hash, uses, until from invitation", row => new Invitation(
            row.GetString(1), (int)row.GetInt64(2), SqlTime.Of(row.GetInt64(3))));
        var requests = ByRoom(
            "select room, nick, ip, port, key, asked, is_admitted from request order by number",
            row => new EntryRequest(
                row.GetString(1), new PeerAddress(row.GetString(2), (int)row.GetInt64(3)),
                row.IsDBNull(4) ? null : row.GetString(4), SqlTime.Of(row.GetInt64(5)), row.GetInt64(6) != 0));
        return [.. database.Read(
            "select key, name, is_lobby, opened, opener, is_archived, has_spoken, password, port from room order by opened",
            row => RoomName.TryCreate(row.GetString(1), out var name)
                ? new RoomRecord(name)
                {
                    IsLobby = row.GetInt64(2) != 0,
                    Opened = SqlTime.Of(row.GetInt64(3)),
                    Opener = row.IsDBNull(4) ? null : row.GetString(4),
                    IsArchived = row.GetInt64(5) != 0,
                    HasSpoken = row.GetInt64(6) != 0,
                    Port = row.IsDBNull(8) ? null : (int)row.GetInt64(8),
                    Settings = SettingsOf(settings[row.GetString(0)], row.IsDBNull(7) ? null : row.GetString(7)),
                    Roles = roles[row.GetString(0)].ToDictionary(),
                    FirstEntries = entries[row.GetString(0)].ToDictionary(),
                    Invitations = [.. invitations[row.GetString(0)]],
                    Requests = [.. requests[row.GetString(0)]],
                }
                : null).OfType<RoomRecord>()];
    }

    /// <summary>Removes a room.</summary>
    public static void Remove(ISqlTransaction transaction, string room)
    {
        foreach (var table in Names) Delete(transaction, table, room);
    }

    /// <summary>Inserts a room that was opened.</summary>
    public static void Insert(ISqlTransaction transaction, RoomRecord record)
    {
        var room = record.Name.Key;
        Remove(transaction, room);
        transaction.Run(
            "insert into room values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            room, record.Name.Text, Number(record.IsLobby), SqlTime.Milliseconds(record.Opened), record.Opener,
            Number(record.IsArchived), Number(record.HasSpoken), record.Settings.Password?.Text,
            (long?)record.Port);
        Apply(transaction, room, new RoomChange.SettingsChanged(record.Settings));
        foreach (var (key, role) in record.Roles) Apply(transaction, room, new RoomChange.RoleGiven(key, role));
    }

    /// <summary>Applies a change of a room.</summary>
    public static void Apply(ISqlTransaction transaction, string room, RoomChange change)
    {
        switch (change)
        {
            case RoomChange.SettingsChanged changed: Write(transaction, room, changed.Settings); break;
            case RoomChange.RoleGiven given:
                transaction.Run("delete from role where room = $1 and key = $2", room, given.Account);
                if (given.Role == Role.Guest) break;
                var role = RoomSettings.NameOf(given.Role);
                transaction.Run("insert into role values ($1, $2, $3)", room, given.Account, role);
                break;
            case RoomChange.FirstEntered first:
                transaction.Run(
                    "insert into first_entry values ($1, $2, $3) on conflict (room, key) do update set after = $3",
                    room, first.Account, first.After);
                break;
            case RoomChange.InvitationsChanged changed:
                Delete(transaction, "invitation", room);
                foreach (var one in changed.Invitations)
                {
                    transaction.Run(
                        "insert into invitation values ($1, $2, $3, $4)",
                        room, one.Hash, (long)one.Uses, SqlTime.Milliseconds(one.Until));
                }

                break;
            case RoomChange.RequestsChanged changed: Write(transaction, room, changed.Requests); break;
            case RoomChange.PortAssigned assigned:
                transaction.Run("update room set port = $2 where key = $1", room, (long)assigned.Port);
                break;
            case RoomChange.Spoken: transaction.Run("update room set has_spoken = 1 where key = $1", room); break;
            case RoomChange.Archived: transaction.Run("update room set is_archived = 1 where key = $1", room); break;
            default: throw new ArgumentOutOfRangeException(nameof(change), change, message: null);
        }
    }

    private static void Write(ISqlTransaction transaction, string room, RoomSettings settings)
    {
        Delete(transaction, "setting", room);
        foreach (var (name, text) in settings.Texts)
            transaction.Run("insert into setting values ($1, $2, $3)", room, name, text);
        transaction.Run("update room set password = $2 where key = $1", room, settings.Password?.Text);
    }

    private static void Write(ISqlTransaction transaction, string room, IReadOnlyList<EntryRequest> requests)
    {
        Delete(transaction, "request", room);
        for (var at = 0; at < requests.Count; at++)
        {
            var (nick, address, key, asked, isAdmitted) = requests[at];
            transaction.Run(
                "insert into request values ($1, $2, $3, $4, $5, $6, $7, $8)",
                room, (long)at, nick, address.Ip, (long)address.Port, key, SqlTime.Milliseconds(asked),
                Number(isAdmitted));
        }
    }

    private static void Delete(ISqlTransaction transaction, string table, string room) =>
        transaction.Run($"delete from {table} where {(table == "room" ? "key" : "room")} = $1", room);

    // A value that only a later version knows is the default here.
    private static RoomSettings SettingsOf(IEnumerable<KeyValuePair<string, string>> texts, string? password)
    {
        var settings = new RoomSettings { Password = RoomPassword.TryRead(password, out var known) ? known : null };
        foreach (var text in texts)
        {
            if (settings.TryWith([text], out var changed)) settings = changed;
        }

        return settings;
    }

    private static KeyValuePair<string, T> Pair<T>(string key, T value) => KeyValuePair.Create(key, value);

    private static long Number(bool flag) => flag ? 1 : 0;
}

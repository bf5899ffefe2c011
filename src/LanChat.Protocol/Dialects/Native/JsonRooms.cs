using System.Text.Json;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Frames about rooms, roles and settings.</summary>
internal static class JsonRooms
{
    private const string Time = "yyyy-MM-dd HH:mm:ss";
    private static readonly PeerAddress Nowhere = new("", 0);

    /// <summary>
    /// The code of an event's frame; null if it is none of these. Version 1 has only those that
    /// reply to a request.
    /// </summary>
    public static int? CodeOf(RoomEvent what, int version) => what switch
    {
        RoomEvent.RoomsListed => JsonCode.Rooms,
        RoomEvent.InvitationGiven => JsonCode.Invitation,
        RoomEvent.RoleShown when version > 1 => JsonCode.Role,
        RoomEvent.SettingsShown when version > 1 => JsonCode.Settings,
        RoomEvent.EntryRequestsShown when version > 1 => JsonCode.EntryRequests,
        _ => null,
    };

    /// <summary>Writes the data of a frame.</summary>
    public static void WriteRooms(this Utf8JsonWriter json, RoomEvent what)
    {
        switch (what)
        {
            case RoomEvent.RoomsListed listed: WriteList(json, listed.Rooms); break;
            case RoomEvent.RoleShown shown: WriteRole(json, shown); break;
            case RoomEvent.SettingsShown shown: WriteSettings(json, shown.Settings); break;
            case RoomEvent.InvitationGiven given: WriteInvitation(json, given); break;
            case RoomEvent.EntryRequestsShown shown: json.WriteMembers(shown.Waiting, version: 1); break;
            default: throw new ArgumentOutOfRangeException(nameof(what), what, message: null);
        }
    }

    /// <summary>Decodes a frame; returns null for a code that is unknown.</summary>
    public static RoomEvent? Read(int code, JsonElement data) => code switch
    {
        JsonCode.Rooms => new RoomEvent.RoomsListed([.. data.EnumerateArray().Select(Summary)], Nowhere, default),
        JsonCode.Role => new RoomEvent.RoleShown(
            Enum.TryParse<Role>(Text(data, "role"), ignoreCase: true, out var role) ? role : Role.Guest,
            [.. data.GetProperty("may"u8).EnumerateArray().Select(action => action.GetString() ?? "")])
        {
            Edits = data.TryGetProperty("edits"u8, out var seconds) ? EditTime(seconds.GetInt64()) : TimeSpan.Zero,
        },
        JsonCode.Settings => Settings(data),
        JsonCode.Invitation => new RoomEvent.InvitationGiven(
            Text(data, "code"), Text(data, "room"), data.GetProperty("uses"u8).GetInt32(), Moment(data, "until"))
        {
            Server = Nowhere,
        },
        _ => null,
    };

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<RoomSummary> rooms)
    {
        json.WriteStartArray();
        foreach (var room in rooms)
        {
            json.WriteStartObject();
            json.WritePropertyName("room"u8);
            json.WriteText(room.Key);
            json.WritePropertyName("name"u8);
            json.WriteText(room.Name);
            if (room.Topic.Length > 0)
            {
                json.WritePropertyName("topic"u8);
                json.WriteText(room.Topic);
            }

            json.WriteNumber("members"u8, room.Members);
            json.WriteNumber("last"u8, room.Last);
            json.WriteString("entry"u8, RoomSettings.NameOf(room.Entry));
            if (room.IsLobby) json.WriteBoolean("lobby"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static RoomSummary Summary(JsonElement room) => new(
        Text(room, "room"), Text(room, "name"), room.GetProperty("members"u8).GetInt32(),
        room.GetProperty("last"u8).GetInt64())
    {
        Topic = room.TryGetProperty("topic"u8, out var topic) ? topic.GetString() ?? "" : "",
        Entry = Enum.TryParse<EntryPolicy>(Text(room, "entry"), ignoreCase: true, out var entry)
            ? entry
            : EntryPolicy.All,
        IsLobby = room.TryGetProperty("lobby"u8, out var lobby) && lobby.GetBoolean(),
    };

    private static void WriteRole(Utf8JsonWriter json, RoomEvent.RoleShown shown)
    {
        json.WriteStartObject();
        json.WriteString("role"u8, RoomSettings.NameOf(shown.Role));
        json.WriteStartArray("may"u8);
        foreach (var action in shown.May) json.WriteStringValue(action);
        json.WriteEndArray();
        if (shown.Edits > TimeSpan.Zero) json.WriteNumber("edits"u8, (long)shown.Edits.TotalSeconds);
        json.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter json, RoomSettings settings)
    {
        json.WriteStartObject();
        foreach (var (name, text) in settings.Texts)
        {
            json.WritePropertyName(name);
            json.WriteText(text);
        }

        json.WriteEndObject();
    }

    // A newer server may have settings and values that this client does not know.
    private static RoomEvent.SettingsShown Settings(JsonElement data)
    {
        var settings = new RoomSettings();
        foreach (var field in data.EnumerateObject())
        {
            if (settings.TryWith([KeyValuePair.Create(field.Name, field.Value.GetString() ?? "")], out var changed))
                settings = changed;
        }

        return new RoomEvent.SettingsShown(settings);
    }

    private static void WriteInvitation(Utf8JsonWriter json, RoomEvent.InvitationGiven given)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, given.Code);
        json.WritePropertyName("room"u8);
        json.WriteText(given.Room);
        json.WriteNumber("uses"u8, given.Uses);
        json.WriteString("until"u8, given.Until.ToString(Time, System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    // Clients add it to times.
    private static TimeSpan EditTime(long seconds) =>
        TimeSpan.FromSeconds(Math.Clamp(seconds, 0, (long)RoomSettings.MaxKeepAge.TotalSeconds));

    private static DateTime Moment(JsonElement data, string name) =>
        DateTime.ParseExact(Text(data, name), Time, System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(JsonElement data, string name) => data.GetProperty(name).GetString() ?? "";
}

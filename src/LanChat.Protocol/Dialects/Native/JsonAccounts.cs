using System.Globalization;
using System.Text.Json;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Frames about the client's account and its devices.</summary>
internal static class JsonAccounts
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The code of an event's frame; null if it is none of these.</summary>
    public static int? CodeOf(RoomEvent what) => what switch
    {
        AccountEvent.LinkCodeGiven => JsonCode.LinkCode,
        AccountEvent.DevicesListed => JsonCode.Devices,
        AccountEvent.PrivatePage => JsonCode.PrivatePage,
        AccountEvent.ReadShown => JsonCode.Read,
        AccountEvent.ReadersListed => JsonCode.Seen,
        AccountEvent.Described => JsonCode.Account,
        _ => null,
    };

    /// <summary>Writes the data of a frame.</summary>
    public static void WriteAccount(this Utf8JsonWriter json, RoomEvent what)
    {
        switch (what)
        {
            case AccountEvent.LinkCodeGiven given:
                json.WriteStartObject();
                json.WriteString("code"u8, given.Code);
                json.WriteNumber("seconds"u8, (int)given.Lifetime.TotalSeconds);
                json.WriteEndObject();
                break;
            case AccountEvent.DevicesListed listed: WriteDevices(json, listed); break;
            case AccountEvent.ReadShown shown: WriteRead(json, shown); break;
            case AccountEvent.ReadersListed readers: WriteReaders(json, readers); break;
            case AccountEvent.Described described: json.WriteDescription(described); break;
            case AccountEvent.PrivatePage page: WritePage(json, page); break;
            default: throw new ArgumentOutOfRangeException(nameof(what), what, message: null);
        }
    }

    /// <summary>Decodes a frame; returns null for a code that is unknown.</summary>
    public static RoomEvent? Read(int code, JsonElement data) => code switch
    {
        JsonCode.LinkCode => new AccountEvent.LinkCodeGiven(
            data.GetProperty("code"u8).GetString() ?? "",
            TimeSpan.FromSeconds(data.GetProperty("seconds"u8).GetInt32())),
        JsonCode.Devices => new AccountEvent.DevicesListed(Devices(data))
        {
            Linked = NumberIn(data, "linked"),
            Unlinked = data.TryGetProperty("unlinked"u8, out var name) ? name.GetString() : null,
        },
        JsonCode.Read => Read(data),
        JsonCode.Seen => new AccountEvent.ReadersListed(
            LongIn(data, "id"), TextsIn(data, "by"), NumberIn(data, "of") ?? 0),
        JsonCode.Account => new AccountEvent.Described(
            TextsIn(data, "nicks"),
            [.. data.GetProperty("roles"u8).EnumerateArray().Select(given => (
                TextIn(given, "room") ?? "",
                Enum.TryParse<Role>(TextIn(given, "role"), ignoreCase: true, out var role) ? role : Role.Guest))],
            Devices(data),
            Read(data)),
        _ => null,
    };

    private static AccountEvent.ReadShown Read(JsonElement data) => new(
        [.. data.GetProperty("places"u8).EnumerateArray().Select(place => new ReadPlace(
            TextIn(place, "room"), TextIn(place, "with"), LongIn(place, "id"), LongIn(place, "seen")))])
    {
        IsShared = FlagIn(data, "receipts"),
        IsKept = FlagIn(data, "positions"),
    };

    private static IReadOnlyList<AccountDevice> Devices(JsonElement data) =>
        [.. data.GetProperty("devices"u8).EnumerateArray().Select(Device)];

    private static void WriteRead(Utf8JsonWriter json, AccountEvent.ReadShown shown)
    {
        json.WriteStartObject();
        WriteReadFields(json, shown);
        json.WriteEndObject();
    }

    private static void WriteReadFields(Utf8JsonWriter json, AccountEvent.ReadShown shown)
    {
        json.WriteStartArray("places"u8);
        foreach (var (room, with, id, seen) in shown.Places)
        {
            json.WriteStartObject();
            json.WritePropertyName(room is null ? "with"u8 : "room"u8);
            json.WriteText(room ?? with!);
            if (id > 0) json.WriteNumber("id"u8, id);
            if (seen > 0) json.WriteNumber("seen"u8, seen);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (shown.IsShared is { } shared) json.WriteBoolean("receipts"u8, shared);
        if (shown.IsKept is { } kept) json.WriteBoolean("positions"u8, kept);
    }

    private static void WriteReaders(Utf8JsonWriter json, AccountEvent.ReadersListed readers)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, readers.Id);
        WriteTexts(json, "by", readers.By);
        json.WriteNumber("of"u8, readers.Of);
        json.WriteEndObject();
    }

    /// <summary>Writes what the server keeps about an account.</summary>
    public static void WriteDescription(this Utf8JsonWriter json, AccountEvent.Described described)
    {
        json.WriteStartObject();
        WriteTexts(json, "nicks", described.Nicknames);
        json.WriteStartArray("roles"u8);
        foreach (var (room, role) in described.Roles)
        {
            json.WriteStartObject();
            json.WritePropertyName("room"u8);
            json.WriteText(room);
            json.WriteString("role"u8, RoomSettings.NameOf(role));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteDevices(json, described.Devices);
        WriteReadFields(json, described.Read);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteText(text);
        json.WriteEndArray();
    }

    private static void WritePage(Utf8JsonWriter json, AccountEvent.PrivatePage page)
    {
        json.WriteStartObject();
        json.WriteStartArray("messages"u8);
        foreach (var message in page.Messages) json.WriteFields(message);
        json.WriteEndArray();
        json.WriteBoolean("more"u8, page.HasMore);
        json.WriteEndObject();
    }

    private static void WriteDevices(Utf8JsonWriter json, AccountEvent.DevicesListed listed)
    {
        json.WriteStartObject();
        WriteDevices(json, listed.Devices);
        if (listed.Linked is { } linked) json.WriteNumber("linked"u8, linked);
        if (listed.Unlinked is { } unlinked)
        {
            json.WritePropertyName("unlinked"u8);
            json.WriteText(unlinked);
        }

        json.WriteEndObject();
    }

    private static void WriteDevices(Utf8JsonWriter json, IReadOnlyList<AccountDevice> devices)
    {
        json.WriteStartArray("devices"u8);
        foreach (var device in devices)
        {
            json.WriteStartObject();
            json.WriteNumber("number"u8, device.Number);
            json.WritePropertyName("name"u8);
            json.WriteText(device.Name);
            if (device.Used is { } used) json.WriteString("used"u8, used.ToString(Day, CultureInfo.InvariantCulture));
            if (device.IsHere) json.WriteBoolean("here"u8, true);
            if (device.IsThis) json.WriteBoolean("this"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static AccountDevice Device(JsonElement device) =>
        new(device.GetProperty("number"u8).GetInt32(), device.GetProperty("name"u8).GetString() ?? "")
        {
            Used = device.TryGetProperty("used"u8, out var used)
                && DateOnly.TryParseExact(used.GetString(), Day, out var day) ? day : null,
            IsHere = device.TryGetProperty("here"u8, out var here) && here.GetBoolean(),
            IsThis = device.TryGetProperty("this"u8, out var own) && own.GetBoolean(),
        };

    private static IReadOnlyList<string> TextsIn(JsonElement data, string name) =>
        [.. data.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? "")];

    private static bool? FlagIn(JsonElement data, string name) =>
        data.TryGetProperty(name, out var flag) ? flag.GetBoolean() : null;

    private static string? TextIn(JsonElement data, string name) =>
        data.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static long LongIn(JsonElement data, string name) =>
        data.TryGetProperty(name, out var number) ? number.GetInt64() : 0;

    private static int? NumberIn(JsonElement data, string name) =>
        data.TryGetProperty(name, out var number) ? number.GetInt32() : null;
}

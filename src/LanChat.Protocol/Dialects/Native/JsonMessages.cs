using System.Globalization;
using System.Text.Json;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Messages in frames of version 2, with fields instead of room sentences.</summary>
internal static class JsonMessages
{
    private const string Time = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Writes a message to everybody, or a private one.</summary>
    public static void WriteFields(
        this Utf8JsonWriter json, ChatMessage message, RoomEvent.PrivateMessage? told = null)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, message.Id);
        json.WriteString("kind"u8, JsonKinds.NameOf(message.Kind));
        if (message.Target is { } changed) json.WriteNumber("of"u8, changed);
        if (message.Edited > 0) json.WriteNumber("edited"u8, message.Edited);
        if (message.IsGone) json.WriteBoolean("gone"u8, true);
        if (message.Re is { } original) json.WriteNumber("re"u8, original);
        if (message.Quote is { } quote) WriteQuote(json, quote);
        if (told is not null) Named(json, "to"u8, told.To.Nickname);
        if (told?.Waited is { } waited) json.WriteNumber("waited"u8, waited);
        if (told is { Serial: > 0 and var serial }) json.WriteNumber("serial"u8, serial);
        if (told is { Number: > 0 and var number }) json.WriteNumber("number"u8, number);
        if (message.System is null) Named(json, "nickname"u8, message.Nickname);
        json.WritePropertyName("from"u8);
        json.WriteAddress(message.From);
        if (message.System is { } what) WriteSystem(json, what.Fields);
        else if (message.Kind == MessageKind.Recalled) json.WriteString("message"u8, MessageFallback.Recalled);
        else if (message.File is not { } named || message.Text != named.Name) Named(json, "message"u8, message.Text);
        json.WriteString("time"u8, message.Time.ToString(Time, CultureInfo.InvariantCulture));
        if ((message.Zone ?? WireTime.ZoneOf(message.Time)) is { } zone) json.WriteNumber("zone"u8, zone);
        if (message.File is { } file) json.WriteFile(file, version: 2);
        json.WriteEndObject();
    }

    public static void WriteFields(this Utf8JsonWriter json, RoomEvent.PrivateMessage told) =>
        json.WriteFields(told.Message, told);

    /// <summary>Decodes a message of any version.</summary>
    public static ChatMessage Read(JsonElement message)
    {
        var kind = JsonKinds.KindOf(Text(message, "kind") ?? throw new KeyNotFoundException());
        var file = FileIn(message);
        var system = SystemIn(message, kind);
        var isSystem = system is not null || message.TryGetProperty("event"u8, out _);
        return new ChatMessage(
            message.GetProperty("id"u8).GetInt64(),
            kind,
            Text(message, "nickname") ?? (isSystem ? RoomSpeakers.System : throw new KeyNotFoundException()),
            Address(message.GetProperty("from"u8)),
            Text(message, "message")
                ?? (system is not null ? "" : file?.Name ?? Text(message, "event") ?? throw new KeyNotFoundException()),
            DateTime.ParseExact(Text(message, "time") ?? "", Time, CultureInfo.InvariantCulture))
        {
            File = file,
            System = system,
            Zone = message.TryGetProperty("zone"u8, out var zone) ? zone.GetInt32() : null,
            Re = message.TryGetProperty("re"u8, out var original) ? original.GetInt64() : null,
            Quote = message.TryGetProperty("quote"u8, out var quote)
                ? new Quote(Text(quote, "nickname") ?? "", Text(quote, "message") ?? "")
                : null,
            Target = message.TryGetProperty("of"u8, out var changed) ? changed.GetInt64() : null,
            Edited = message.TryGetProperty("edited"u8, out var edited) ? edited.GetInt64() : 0,
            IsGone = message.TryGetProperty("gone"u8, out var gone) && gone.GetBoolean(),
        };
    }

    private static void WriteQuote(Utf8JsonWriter json, Quote quote)
    {
        json.WriteStartObject("quote"u8);
        Named(json, "nickname"u8, quote.Nickname);
        Named(json, "message"u8, quote.Text);
        json.WriteEndObject();
    }

    private static void WriteSystem(Utf8JsonWriter json, SystemFields fields)
    {
        if (fields.About is { } member) WriteMember(json, member);
        if (fields.Was is { } was) Named(json, "was"u8, was);
        if (fields.Event is { } what) json.WriteString("event"u8, what);
        if (fields.Lost is { } lost) json.WriteNumber("lost"u8, lost);
    }

    private static void WriteMember(Utf8JsonWriter json, Member member)
    {
        json.WriteStartArray("member"u8);
        json.WriteText(member.Nickname);
        json.WriteAddress(member.Address);
        json.WriteEndArray();
    }

    private static SystemMessage? SystemIn(JsonElement message, MessageKind kind) => SystemMessage.Of(kind, new(
        message.TryGetProperty("member"u8, out var pair)
            ? new Member(pair[0].GetString() ?? "", Address(pair[1]))
            : null,
        Text(message, "was"),
        Text(message, "event"),
        message.TryGetProperty("lost"u8, out var lost) ? lost.GetInt64() : null));

    private static ChatFile? FileIn(JsonElement message) => message.TryGetProperty("file"u8, out var file)
        ? new ChatFile(
            file.GetProperty("id"u8).GetInt64(),
            Text(file, "name") ?? "",
            file.GetProperty("size"u8).GetInt64(),
            Text: null)
        {
            Type = Text(file, "type"),
            Link = Text(file, "link"),
            Site = Text(file, "site"),
        }
        : null;

    private static PeerAddress Address(JsonElement pair) => new(pair[0].GetString() ?? "", pair[1].GetInt32());

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static void Named(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WritePropertyName(name);
        json.WriteText(text);
    }
}

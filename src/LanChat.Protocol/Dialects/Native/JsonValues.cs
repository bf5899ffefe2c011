using System.Globalization;
using System.Text.Json;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Writes the values inside frames.</summary>
internal static class JsonValues
{
    /// <param name="json">The output.</param>
    /// <param name="message">The message.</param>
    /// <param name="version">The protocol version of a rich client; 0 for others.</param>
    /// <param name="to">The recipient of a private message.</param>
    /// <param name="waited">The number of an offline message.</param>
    public static void WriteMessage(
        this Utf8JsonWriter json, ChatMessage message, int version, string? to = null, long? waited = null)
    {
        if (version == 2)
        {
            json.WriteFields(message);
            return;
        }

        var rich = version == 1;
        Span<byte> time = stackalloc byte[19];
        message.Time.TryFormat(time, out var length, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        if (rich)
        {
            json.WriteNumber("id"u8, message.Id);
            json.WriteString("kind"u8, JsonKinds.NameOf(message.Kind));
        }

        if (to is not null)
        {
            json.WritePropertyName("to"u8);
            json.WriteText(to);
        }

        if (waited is { } number) json.WriteNumber("waited"u8, number);
        json.WritePropertyName("nickname"u8);
        json.WriteText(message.Nickname);
        json.WritePropertyName("from"u8);
        json.WriteAddress(message.From);
        json.WritePropertyName("message"u8);
        json.WriteText(rich ? RoomSentences.TextOf(message) : RoomReplies.Text(message));
        json.WriteString("time"u8, time[..length]);
        if (rich && (message.Zone ?? WireTime.ZoneOf(message.Time)) is { } zone) json.WriteNumber("zone"u8, zone);
        if (rich && message.File is { } file) json.WriteFile(file, version);
        json.WriteEndObject();
    }

    public static void WriteMembers(this Utf8JsonWriter json, IReadOnlyList<Member> members, int version)
    {
        json.WriteStartArray();
        foreach (var member in members)
        {
            json.WriteStartArray();
            json.WriteText(member.Nickname);
            json.WriteAddress(member.Address);
            if (member.IsOwner && version > 1) json.WriteStringValue("owner"u8);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static void WriteAbsences(this Utf8JsonWriter json, IReadOnlyList<Absence> absences)
    {
        json.WriteStartArray();
        foreach (var (member, text) in absences)
        {
            json.WriteStartArray();
            json.WriteText(member.Nickname);
            json.WriteAddress(member.Address);
            json.WriteText(text);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static void WriteFile(this Utf8JsonWriter json, ChatFile file, int version)
    {
        json.WriteStartObject("file"u8);
        json.WriteNumber("id"u8, file.Id);
        json.WritePropertyName("name"u8);
        json.WriteText(file.Name);
        json.WriteNumber("size"u8, file.Size);
        if (file.Type is { } type) json.WriteString("type"u8, type);
        if (file.Link is { } link) json.WriteString("link"u8, link);
        if (version == 2 && file.Site is { } site) json.WriteString("site"u8, site);
        json.WriteEndObject();
    }

    public static void WriteRateLimit(this Utf8JsonWriter json, RateLimit limit)
    {
        json.WriteStartObject("pace"u8);
        json.WriteNumber("burst"u8, limit.Burst);
        json.WriteNumber("rate"u8, limit.Rate);
        json.WriteEndObject();
    }

    public static void WriteOffer(this Utf8JsonWriter json, FileOffer offer)
    {
        json.WriteStartObject("files"u8);
        json.WriteNumber("port"u8, offer.Web.Port);
        if (offer.Web.IsSecure) json.WriteBoolean("https"u8, true);
        json.WriteString("token"u8, offer.Token);
        json.WriteNumber("size"u8, offer.Size);
        json.WriteEndObject();
    }

    public static void WriteAcknowledged(this Utf8JsonWriter json, RoomEvent.Acknowledged acknowledged)
    {
        json.WriteStartObject();
        if (acknowledged.Ref is { } reference) json.WriteString("ref"u8, reference);
        if (acknowledged.Ref is not null || acknowledged.Id > 0) json.WriteNumber("id"u8, acknowledged.Id);
        json.WriteEndObject();
    }

    public static void WriteChallenge(this Utf8JsonWriter json, RoomEvent.Challenged challenged)
    {
        json.WriteStartObject();
        json.WritePropertyName("room"u8);
        json.WriteText(challenged.Room);
        json.WriteString("nonce"u8, challenged.Nonce);
        json.WriteEndObject();
    }

    public static void WriteTo(this Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WritePropertyName("to"u8);
        json.WriteText(name);
        json.WriteEndObject();
    }

    public static void WriteAddress(this Utf8JsonWriter json, PeerAddress address)
    {
        json.WriteStartArray();
        json.WriteStringValue(address.Ip);
        json.WriteNumberValue(address.Port);
        json.WriteEndArray();
    }
}

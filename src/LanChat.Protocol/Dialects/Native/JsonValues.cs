using System.Globalization;
using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Writes what frames are made of.</summary>
internal static class JsonValues
{
    public static void WriteMessage(this Utf8JsonWriter json, ChatMessage message, bool rich)
    {
        Span<byte> time = stackalloc byte[19];
        message.Time.TryFormat(time, out var length, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        if (rich)
        {
            json.WriteNumber("id"u8, message.Id);
            json.WriteString("kind"u8, JsonKinds.NameOf(message.Kind));
        }

        json.WritePropertyName("nickname"u8);
        json.WriteText(message.Nickname);
        json.WritePropertyName("from"u8);
        json.WriteAddress(message.From);
        json.WritePropertyName("message"u8);
        json.WriteText(message.Text);
        json.WriteString("time"u8, time[..length]);
        json.WriteEndObject();
    }

    public static void WriteMembers(this Utf8JsonWriter json, IReadOnlyList<Member> members)
    {
        json.WriteStartArray();
        foreach (var member in members)
        {
            json.WriteStartArray();
            json.WriteText(member.Nickname);
            json.WriteAddress(member.Address);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static void WriteAddress(this Utf8JsonWriter json, PeerAddress address)
    {
        json.WriteStartArray();
        json.WriteStringValue(address.Ip);
        json.WriteNumberValue(address.Port);
        json.WriteEndArray();
    }
}

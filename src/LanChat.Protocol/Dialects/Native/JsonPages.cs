using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>History pages and search results in rich frames.</summary>
internal static class JsonPages
{
    public static void WritePage(this Utf8JsonWriter json, RoomEvent.HistoryPage page, int version)
    {
        json.WriteStartObject();
        if (version == 1) json.WriteNumber("tag"u8, page.Tag);
        json.WriteMessages(page.Messages, version);
        json.WriteBoolean("older"u8, page.HasOlder);
        json.WriteBoolean("newer"u8, page.HasNewer);
        json.WriteEndObject();
    }

    public static void WriteFound(this Utf8JsonWriter json, RoomEvent.Found found, int version)
    {
        json.WriteStartObject();
        if (version == 1) json.WriteNumber("tag"u8, found.Tag);
        json.WriteMessages(found.Messages, version);
        if (found.Next is { } next) json.WriteNumber("next"u8, next);
        json.WriteBoolean("cut"u8, found.WasCut);
        json.WriteEndObject();
    }

    public static RoomEvent.HistoryPage ReadPage(JsonElement data, IReadOnlyList<ChatMessage> messages) =>
        new(Tag(data), messages, data.GetProperty("older"u8).GetBoolean(), data.GetProperty("newer"u8).GetBoolean());

    public static RoomEvent.Found ReadFound(JsonElement data, IReadOnlyList<ChatMessage> messages) =>
        new(
            Tag(data),
            messages,
            data.TryGetProperty("next"u8, out var next) ? next.GetInt64() : null,
            data.GetProperty("cut"u8).GetBoolean());

    private static long Tag(JsonElement data) => data.TryGetProperty("tag"u8, out var tag) ? tag.GetInt64() : 0;

    private static void WriteMessages(this Utf8JsonWriter json, IReadOnlyList<ChatMessage> messages, int version)
    {
        json.WriteStartArray("messages"u8);
        foreach (var message in messages) json.WriteMessage(message, version);
        json.WriteEndArray();
    }
}

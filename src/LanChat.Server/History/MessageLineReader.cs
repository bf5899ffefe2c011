using System.Globalization;
using System.Text.Json;
using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.History;

/// <summary>Reads the lines that <see cref="MessageLines.Json"/> writes.</summary>
internal static class MessageLineReader
{
    /// <summary>The exception message for a line that is not JSON.</summary>
    public const string NotJson = "JSON";

    /// <exception cref="FormatException">
    /// The line is invalid; the message names the field, or is <see cref="NotJson"/>.
    /// </exception>
    public static ChatMessage Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Message(json.RootElement);
        }
        catch (JsonException)
        {
            throw new FormatException(NotJson);
        }
    }

    private static ChatMessage Message(JsonElement json)
    {
        var message = Fields(json);
        var about = Optional(json, "about", about => new Member(Text(about, "nick"), Address(about, "from")));
        var was = Optional(json, "was", field => field.GetString()!);
        var what = Optional(json, "event", field => field.GetString()!);
        var lost = Number(json, "lost");
        // The text of a system message is localised, or a room sentence of an earlier version.
        if (SystemMessage.Of(message.Kind, new SystemFields(about, was, what, lost)) is { } system)
            return message with { System = system, Text = "" };
        var read = OldSentences.Read(message, about);
        return message is { Kind: MessageKind.File, File: { } file } ? read with { Text = file.Name } : read;
    }

    private static ChatMessage Fields(JsonElement json) => new(
        Field(json, "id", field => field.GetInt64() is > 0 and var id ? id : throw new FormatException()),
        Field(json, "kind", field => Kind(field.GetString())),
        Text(json, "nick"),
        Address(json, "from"),
        Text(json, "text"),
        Field(json, "time", field => field.GetDateTimeOffset().LocalDateTime))
    {
        Target = Number(json, "of"),
        Re = Number(json, "re"),
        Edited = Number(json, "edited") ?? 0,
        IsGone = json.TryGetProperty("gone", out _) && Field(json, "gone", field => field.GetBoolean()),
        File = Optional(json, "file", file => new ChatFile(
            Field(file, "id", field => field.GetInt64()), Text(file, "name"), Field(
                file, "size", field => field.GetInt64()), null)
        {
            Type = Optional(file, "type", type => type.GetString()!),
            Link = Optional(file, "link", link => link.GetString()!),
            Site = Optional(file, "site", site => site.GetString()!),
        }),
    };

    private static MessageKind Kind(string? text) =>
        Enum.GetValues<MessageKind>().Where(kind => kind != MessageKind.Private)
        .Select(kind => (MessageKind?)kind).FirstOrDefault(kind => $"{kind}".ToLowerInvariant() == text)
            ?? throw new FormatException();

    private static PeerAddress Address(JsonElement json, string name) => Field(json, name, field =>
    {
        var text = field.GetString() ?? "";
        var colon = text.LastIndexOf(':');
        if (colon <= 0) throw new FormatException();
        var address = new PeerAddress(text[..colon].Trim('[', ']'), ushort.Parse(
            text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture));
        return $"{address}" == text ? address : throw new FormatException();
    });

    private static string Text(JsonElement json, string name) =>
        Field(json, name, field => field.GetString() ?? throw new FormatException());

    private static long? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out _) ? Field(json, name, field => field.GetInt64()) : null;

    private static T? Optional<T>(JsonElement json, string name, Func<JsonElement, T> read)
        where T : class
        => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out _) ? Field(json, name, read) : null;

    private static T Field<T>(JsonElement json, string name, Func<JsonElement, T> read)
    {
        try
        {
            return read(json.GetProperty(name));
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or OverflowException
            || (error is FormatException && !IsNamed(error)))
        {
            throw new FormatException($"«{name}»");
        }
    }

    // An inner field has been named already.
    private static bool IsNamed(Exception error) => error.Message.StartsWith('«');
}

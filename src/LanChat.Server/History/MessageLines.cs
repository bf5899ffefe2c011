using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LanChat.Protocol;
using LanChat.Protocol.Text;
using LanChat.Texts;

namespace LanChat.Server.History;

/// <summary>Formats a message as one line: JSON for programs, plain text for people.</summary>
internal static class MessageLines
{
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The fields of <c>lanchat tail --json</c>, with UTC offsets in times and the <c>site</c> of a
    /// file's link.
    /// </summary>
    public static string Json(ChatMessage message)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable)) Write(json, message);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>
    /// Replaces line breaks and other control characters with spaces, so that a message is one
    /// line.
    /// </summary>
    public static string Text(ChatMessage message)
    {
        var time = new DateTimeOffset(message.Time).ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture);
        var line = $"{time} {Words(message)}";
        return string.Concat(line.Select(unit => char.IsControl(unit) ? ' ' : unit));
    }

    private static string Words(ChatMessage message) => message switch
    {
        { IsGone: true } or { Kind: MessageKind.Recalled } => $"* {RoomTexts.TookBack(message.Nickname)}",
        { Kind: MessageKind.Edited } => $"* {RoomTexts.Corrected(message.Nickname, message.Text)}",
        { Kind: MessageKind.Acted } => $"* {message.Nickname} {message.Text}",
        _ => $"{message.Nickname}: {MessageWording.TextOf(message)}",
    };

    private static void Write(Utf8JsonWriter json, ChatMessage message)
    {
        json.WriteStartObject();
        json.WriteText("time", new DateTimeOffset(message.Time).ToString(
            "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
        json.WriteNumber("id", message.Id);
        json.WriteString("kind", message.Kind.ToString().ToLowerInvariant());
        json.WriteText("nick", message.Nickname);
        json.WriteString("from", message.From.ToString());
        json.WriteText("text", MessageWording.TextOf(message));
        var system = message.System?.Fields ?? default;
        if (system.About is { } about)
        {
            json.WriteStartObject("about");
            json.WriteText("nick", about.Nickname);
            json.WriteString("from", about.Address.ToString());
            json.WriteEndObject();
        }

        if (message.Target is { } changed) json.WriteNumber("of", changed);
        if (message.Re is { } original) json.WriteNumber("re", original);
        if (message.Edited > 0) json.WriteNumber("edited", message.Edited);
        if (message.IsGone) json.WriteBoolean("gone", true);
        if (system.Was is { } was) json.WriteText("was", was);
        if (system.Event is { } happened) json.WriteString("event", happened);
        if (system.Lost is { } lost) json.WriteNumber("lost", lost);
        if (message.File is { } file)
        {
            json.WriteStartObject("file");
            json.WriteNumber("id", file.Id);
            json.WriteText("name", file.Name);
            json.WriteNumber("size", file.Size);
            if (file.Type is { } type) json.WriteString("type", type);
            if (file.Link is { } link) json.WriteString("link", link);
            if (file.Site is { } site) json.WriteString("site", site);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteText(this Utf8JsonWriter json, string name, string text)
    {
        json.WritePropertyName(name);
        json.WriteText(text);
    }
}

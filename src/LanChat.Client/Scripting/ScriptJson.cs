using System.Globalization;
using System.Text;
using System.Text.Json;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Protocol.Text;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>
/// Output format of <c>--json</c>: one JSON object per line, in UTF-8 without escapes. Scripts rely
/// on the field names.
/// </summary>
internal static class ScriptJson
{
    private const string LocalTimeFormat = "yyyy-MM-dd'T'HH:mm:ss";

    public static string Of(RoomEvent roomEvent) => roomEvent switch
    {
        RoomEvent.Spoken spoken => Message(spoken.Message, null),
        RoomEvent.PrivateMessage told => Message(told.Message, told.To.Nickname),
        _ => throw new ArgumentException($"Nothing was said: {roomEvent}", nameof(roomEvent)),
    };

    public static string Of(ListedRoom room) => Line(json =>
    {
        json.WriteText("name", room.Name.Text);
        json.WriteAddress(room.Address);
        if (room.Members is { } members) json.WriteNumber("members", members);
    });

    public static string Of(Member member) => Line(json =>
    {
        json.WriteText("nick", member.Nickname);
        json.WriteAddress(member.Address);
    });

    private static string Message(ChatMessage message, string? to) => Line(json =>
    {
        json.WriteText("time", message.Time.ToString(LocalTimeFormat, CultureInfo.InvariantCulture));
        if (message.Zone is { } zone) json.WriteNumber("zone", zone);
        json.WriteNumber("id", message.Id);
        json.WriteText("kind", message.Kind.ToString().ToLowerInvariant());
        if (message.Target is { } target) json.WriteNumber("of", target);
        if (message.Edited > 0) json.WriteNumber("edited", message.Edited);
        if (message.IsGone) json.WriteBoolean("gone", true);
        WriteReply(json, message);
        json.WriteText("nick", message.Nickname);
        json.WriteText("from", message.From.ToString());
        if (to is not null) json.WriteText("to", to);
        json.WriteText("text", message.Kind == MessageKind.Recalled ? "" : MessageWording.TextOf(message));
        if (message.System is { } system) WriteSystem(json, system.Fields);
        if (message.File is not { } file) return;
        json.WriteStartObject("file");
        json.WriteNumber("id", file.Id);
        json.WriteText("name", file.Name);
        json.WriteNumber("size", file.Size);
        json.WriteEndObject();
    });

    private static void WriteReply(Utf8JsonWriter json, ChatMessage message)
    {
        if (message.Re is { } original) json.WriteNumber("re", original);
        if (message.Quote is not { } quote) return;
        json.WriteStartObject("quote");
        json.WriteText("nick", quote.Nickname);
        json.WriteText("text", quote.Text);
        json.WriteEndObject();
    }

    private static void WriteSystem(Utf8JsonWriter json, SystemFields fields)
    {
        if (fields.About is { } member) WriteAbout(json, member);
        if (fields.Was is { } was) json.WriteText("was", was);
        if (fields.Event is { } what) json.WriteText("event", what);
        if (fields.Lost is { } lost) json.WriteNumber("lost", lost);
    }

    private static void WriteAbout(Utf8JsonWriter json, Member member)
    {
        json.WriteStartObject("about");
        json.WriteText("nick", member.Nickname);
        json.WriteText("from", member.Address.ToString());
        json.WriteEndObject();
    }

    private static string Line(Action<Utf8JsonWriter> fill)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            fill(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    private static void WriteAddress(this Utf8JsonWriter json, PeerAddress address)
    {
        json.WriteText("address", address.Ip);
        json.WriteNumber("port", address.Port);
    }

    private static void WriteText(this Utf8JsonWriter json, string name, string text)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(JsonText.Quote(text), skipInputValidation: true);
    }
}

using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// What a rich client asks for, one JSON object on a line; written by clients, read by the server. PROTOCOL.md has the grammar.
/// </summary>
public static class RichRequest
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    /// <summary>The first line of a rich client, with its line end.</summary>
    public static byte[] Hello(string nickname) => Write(json =>
    {
        json.WriteNumber("hello"u8, 1);
        json.WriteString("nick"u8, nickname);
    });

    /// <summary>Say this to everyone; with its line end.</summary>
    public static byte[] Say(string text) => Write(json => json.WriteString("say"u8, text));

    /// <summary>Say this to one person only; with its line end.</summary>
    public static byte[] Tell(string to, string text) => Write(json =>
    {
        json.WriteString("tell"u8, text);
        json.WriteString("to"u8, to);
    });

    /// <summary>Tell everyone that I do this; with its line end.</summary>
    public static byte[] Act(string text) => Write(json => json.WriteString("act"u8, text));

    /// <summary>Call me this from now on; with its line end.</summary>
    public static byte[] Rename(string nickname) => Write(json => json.WriteString("nick"u8, nickname));

    /// <summary>Shut the group out, or let it in again if it is shut out; with its line end.</summary>
    public static byte[] Ignore() => Write(json => json.WriteBoolean("ignore"u8, true));

    /// <summary>Who is here?; with its line end.</summary>
    public static byte[] List() => Write(json => json.WriteBoolean("list"u8, true));

    /// <summary>The answer to a ping; with its line end.</summary>
    public static byte[] Pong(long number) => Write(json => json.WriteNumber("pong"u8, number));

    internal static ClientMessage ReadHello(ReadOnlySpan<byte> line)
    {
        var fields = Fields.Of(line);
        return fields is { Hello: >= 1, Nick: { } nick } ? new ClientMessage.Enter(nick) : new ClientMessage.Bad(Refusal.Malformed);
    }

    internal static ClientMessage Read(ReadOnlySpan<byte> line) => Fields.Of(line) switch
    {
        null => new ClientMessage.Bad(Refusal.Malformed),
        { HasNul: true } => new ClientMessage.Bad(Refusal.NotText),
        { Tell: { } text, To: { } to } => new ClientMessage.Tell(to, text),
        { Tell: not null } or { To: not null } => new ClientMessage.Bad(Refusal.Incomplete),
        { Say: { } text } => new ClientMessage.Say(text),
        { Act: { } text } => new ClientMessage.Act(text),
        { Pong: { } number } => new ClientMessage.Pong(number),
        { Nick: { } nick, Hello: null } => new ClientMessage.Rename(nick),
        { Ignore: true } => new ClientMessage.Ignore(),
        { List: true } => new ClientMessage.List(),
        _ => new ClientMessage.Bad(Refusal.UnknownRequest),
    };

    private static byte[] Write(Action<Utf8JsonWriter> fields)
    {
        using var lines = new JsonLines();
        fields(lines.Begin());
        lines.End();
        return lines.Take();
    }

    /// <summary>The fields a request may have; fields of other names are skipped, of two of the same name the last one counts.</summary>
    private sealed record Fields
    {
        public string? Nick { get; private set; }

        public string? Say { get; private set; }

        public string? Tell { get; private set; }

        public string? To { get; private set; }

        public string? Act { get; private set; }

        public bool? Ignore { get; private set; }

        public bool? List { get; private set; }

        public bool HasNul => Holds(Say) || Holds(Tell) || Holds(Act);

        public long? Hello { get; private set; }

        public long? Pong { get; private set; }

        /// <summary>Null when the line is not one JSON object, or a field is not of its type.</summary>
        public static Fields? Of(ReadOnlySpan<byte> line)
        {
            if (!System.Text.Unicode.Utf8.IsValid(line)) return null;
            try
            {
                var json = new Utf8JsonReader(line, Options);
                if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return null;
                var fields = new Fields();
                while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                {
                    if (!fields.TryTake(ref json)) return null;
                }

                return json.Read() ? null : fields;
            }
            catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
            {
                return null; // the latter for an escape such as \ud800 that is half a character, in a text or a field's name
            }
        }

        private bool TryTake(ref Utf8JsonReader json)
        {
            if (json.ValueTextEquals("say"u8)) return (Say = Text(ref json)) is not null;
            if (json.ValueTextEquals("tell"u8)) return (Tell = Text(ref json)) is not null;
            if (json.ValueTextEquals("to"u8)) return (To = Text(ref json)) is not null;
            if (json.ValueTextEquals("act"u8)) return (Act = Text(ref json)) is not null;
            if (json.ValueTextEquals("ignore"u8)) return (Ignore = Flag(ref json)) is not null;
            if (json.ValueTextEquals("list"u8)) return (List = Flag(ref json)) is not null;
            if (json.ValueTextEquals("nick"u8)) return (Nick = Text(ref json)) is not null;
            if (json.ValueTextEquals("pong"u8)) return (Pong = Number(ref json)) is not null;
            if (json.ValueTextEquals("hello"u8)) return (Hello = Number(ref json)) is not null;
            json.Skip();
            return true;
        }

        private static string? Text(ref Utf8JsonReader json) =>
            json.Read() && json.TokenType == JsonTokenType.String ? json.GetString() : null;

        private static bool Holds(string? text) => text is not null && text.Contains('\0', StringComparison.Ordinal);

        private static bool? Flag(ref Utf8JsonReader json) =>
            json.Read() && json.TokenType is JsonTokenType.True or JsonTokenType.False ? json.GetBoolean() : null;

        private static long? Number(ref Utf8JsonReader json) =>
            json.Read() && json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) ? number : null;
    }
}

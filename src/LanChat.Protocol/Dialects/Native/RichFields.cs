using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The fields a request may have; fields of other names are skipped, of two of the same name the
/// last one counts.
/// </summary>
internal sealed record RichFields
{
    private const int LongestRef = 64;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    public string? Nick { get; private set; }

    public string? Say { get; private set; }

    public string? Tell { get; private set; }

    public string? To { get; private set; }

    public string? Act { get; private set; }

    public string? Away { get; private set; }

    public string? File { get; private set; }

    public string? Text { get; private set; }

    public string? Ref { get; private set; }

    public string? Log { get; private set; }

    public string? Key { get; private set; }

    public bool? Beside { get; private set; }

    public string? Sign { get; private set; }

    public long? Had { get; private set; }

    public bool? Ignore { get; private set; }

    public bool? List { get; private set; }

    public bool HasNul => Holds(Say) || Holds(Tell) || Holds(Act) || Holds(Away) || Holds(File) || Holds(Text)
        || Holds(Search) || Holds(From);

    public long? Hello { get; private set; }

    public long? Since { get; private set; }

    /// <summary>The same field in a search: a moment.</summary>
    public DateTime? SinceTime { get; private set; }

    public DateTime? Until { get; private set; }

    public bool? History { get; private set; }

    public string? Search { get; private set; }

    public string? From { get; private set; }

    public long? Tag { get; private set; }

    public long? Id { get; private set; }

    /// <summary>Whether it is no whole number, which version 1 does not mind.</summary>
    public bool HasWrongId { get; private set; }

    public long? Before { get; private set; }

    public long? After { get; private set; }

    public long? Around { get; private set; }

    public long? Limit { get; private set; }

    public long? Pong { get; private set; }

    public long? Ping { get; private set; }

    /// <summary>Null when the line is not one JSON object, or a field is not of its type.</summary>
    public static RichFields? Of(ReadOnlySpan<byte> line)
    {
        if (!System.Text.Unicode.Utf8.IsValid(line)) return null;
        try
        {
            var json = new Utf8JsonReader(line, Options);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return null;
            var fields = new RichFields();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (!fields.TryTake(ref json)) return null;
            }

            return json.Read() ? null : fields;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The latter for an escape such as \ud800 that is half a character, in a text or a field's name.
            return null;
        }
    }

    private bool TryTake(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("say"u8)) return (Say = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("tell"u8)) return (Tell = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("to"u8)) return (To = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("act"u8)) return (Act = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("away"u8)) return (Away = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("file"u8)) return (File = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("text"u8)) return (Text = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("ref"u8))
            return (Ref = StringIn(ref json)) is { Length: > 0 and <= LongestRef } && Ref.All(IsVisible);
        if (json.ValueTextEquals("ignore"u8)) return (Ignore = Flag(ref json)) is not null;
        if (json.ValueTextEquals("list"u8)) return (List = Flag(ref json)) is not null;
        if (json.ValueTextEquals("nick"u8)) return (Nick = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("since"u8)) return TryTakeSince(ref json);
        if (json.ValueTextEquals("pong"u8)) return (Pong = Number(ref json)) is not null;
        if (json.ValueTextEquals("ping"u8)) return (Ping = Number(ref json)) is not null;
        if (json.ValueTextEquals("log"u8)) return (Log = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("key"u8)) return (Key = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("beside"u8)) return (Beside = Flag(ref json)) is not null;
        if (json.ValueTextEquals("sign"u8)) return (Sign = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("had"u8)) return (Had = Number(ref json)) is not null;
        if (json.ValueTextEquals("hello"u8)) return (Hello = Number(ref json)) is not null;
        if (json.ValueTextEquals("history"u8)) return (History = Flag(ref json)) is not null;
        if (json.ValueTextEquals("search"u8)) return (Search = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("from"u8)) return (From = StringIn(ref json)) is not null;
        if (json.ValueTextEquals("until"u8)) return json.Read() && (Until = MomentIn(ref json)) is not null;
        if (json.ValueTextEquals("tag"u8)) return (Tag = Number(ref json)) is not null;
        if (json.ValueTextEquals("before"u8)) return (Before = Number(ref json)) is not null;
        if (json.ValueTextEquals("after"u8)) return (After = Number(ref json)) is not null;
        if (json.ValueTextEquals("around"u8)) return (Around = Number(ref json)) is not null;
        if (json.ValueTextEquals("limit"u8)) return (Limit = Number(ref json)) is not null;
        if (json.ValueTextEquals("id"u8)) return TakeId(ref json);
        json.Skip();
        return true;
    }

    private bool TakeId(ref Utf8JsonReader json)
    {
        Id = Number(ref json);
        HasWrongId = Id is null;
        json.Skip();
        return true;
    }

    private static bool IsVisible(char unit) => unit is > ' ' and <= '~';

    // In a greeting it is a message's number, in a search a moment.
    private bool TryTakeSince(ref Utf8JsonReader json)
    {
        if (!json.Read()) return false;
        Since = json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) ? number : null;
        SinceTime = Since is null ? MomentIn(ref json) : null;
        return Since is not null || SinceTime is not null;
    }

    private static DateTime? MomentIn(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && WireTime.TryRead(json.GetString(), out var moment) ? moment : null;

    private static string? StringIn(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.String ? json.GetString() : null;

    private static bool Holds(string? text) => text is not null && text.Contains('\0', StringComparison.Ordinal);

    private static bool? Flag(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType is JsonTokenType.True or JsonTokenType.False ? json.GetBoolean() : null;

    private static long? Number(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) ? number : null;
}

using System.Text;
using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The fields of a request. Ignores unknown fields; if a field occurs twice, the last one counts.
/// </summary>
internal sealed class RichFields
{
    private const int LongestRef = 64;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    // Sorted by frequency, most frequent first.
    private static readonly Field[] All =
    [
        new("say", Kind.Text),
        new("ref", Kind.Reference),
        new("id", Kind.Id),
        new("tell", Kind.Text),
        new("to", Kind.Name),
        new("act", Kind.Text),
        new("away", Kind.Text),
        new("file", Kind.Text),
        new("text", Kind.Text),
        new("ignore", Kind.Flag),
        new("list", Kind.Flag),
        new("nick", Kind.Name),
        new("since", Kind.NumberOrMoment),
        new("pong", Kind.Number),
        new("ping", Kind.Number),
        new("log", Kind.Name),
        new("key", Kind.Name),
        new("beside", Kind.Flag),
        new("sign", Kind.Name),
        new("had", Kind.Number),
        new("hello", Kind.Number),
        new("history", Kind.Flag),
        new("search", Kind.Text),
        new("from", Kind.Text),
        new("until", Kind.Moment),
        new("tag", Kind.Number),
        new("before", Kind.Number),
        new("after", Kind.Number),
        new("around", Kind.Number),
        new("limit", Kind.Number),
    ];

    // A list, because it is faster than a dictionary for so few fields.
    private readonly List<(Field Field, object Value)> _values = new(4);

    private enum Kind
    {
        /// <summary>A text for people, which may not contain NUL.</summary>
        Text,

        /// <summary>A string with its own rules, such as a nickname.</summary>
        Name,
        Reference,
        Number,
        Id,
        Flag,
        Moment,
        NumberOrMoment,
    }

    public string? Nick => Text("nick");

    public string? Say => Text("say");

    public string? Tell => Text("tell");

    public string? To => Text("to");

    public string? Act => Text("act");

    public string? Away => Text("away");

    public string? File => Text("file");

    public string? Content => Text("text");

    public string? Ref => Text("ref");

    public string? Log => Text("log");

    public string? Key => Text("key");

    public bool IsSecondary => Flag("beside");

    public string? Sign => Text("sign");

    public long? Delivered => Number("had");

    public bool Ignore => Flag("ignore");

    public bool List => Flag("list");

    public bool HasNul => _values.Exists(one =>
        one is { Field.Kind: Kind.Text, Value: string text } && text.Contains('\0', StringComparison.Ordinal));

    public long? Hello => Number("hello");

    /// <summary>In a greeting: a message id.</summary>
    public long? Since => Number("since");

    /// <summary>In a search: a time.</summary>
    public DateTime? SinceTime => Moment("since");

    public DateTime? Until => Moment("until");

    public bool History => Flag("history");

    public string? Search => Text("search");

    public string? From => Text("from");

    public long? Tag => Number("tag");

    public long? Id => Number("id");

    /// <summary>Whether the id is not an integer; version 1 ignores that.</summary>
    public bool HasWrongId => Value("id") is not null and not long;

    public long? Before => Number("before");

    public long? After => Number("after");

    public long? Around => Number("around");

    public long? Limit => Number("limit");

    public long? Pong => Number("pong");

    public long? Ping => Number("ping");

    /// <summary>
    /// Parses a line; returns null if it is not one JSON object, or a field has the wrong type.
    /// </summary>
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
                if (!fields.TryRead(ref json)) return null;
            }

            return json.Read() ? null : fields;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escaped lone surrogate, such as \ud800.
            return null;
        }
    }

    private bool TryRead(ref Utf8JsonReader json)
    {
        var field = Find(ref json);
        json.Read();
        if (field is null)
        {
            json.Skip();
            return true;
        }

        if (Read(ref json, field.Kind) is not { } value) return false;
        if (IndexOf(field.Name) is >= 0 and var at) _values[at] = (field, value);
        else _values.Add((field, value));
        return true;
    }

    private static Field? Find(ref Utf8JsonReader json)
    {
        foreach (var field in All)
        {
            if (json.ValueTextEquals(field.Utf8)) return field;
        }

        return null;
    }

    private static object? Read(ref Utf8JsonReader json, Kind kind)
    {
        switch (kind)
        {
            case Kind.Text or Kind.Name: return json.TokenType == JsonTokenType.String ? json.GetString() : null;
            case Kind.Reference: return json.TokenType == JsonTokenType.String ? AsReference(json.GetString()!) : null;
            case Kind.Number: return NumberAt(ref json);
            case Kind.Flag: return FlagAt(ref json);
            case Kind.Moment: return MomentAt(ref json);
            case Kind.NumberOrMoment: return NumberAt(ref json) ?? (object?)MomentAt(ref json);
            default:
                var id = NumberAt(ref json);
                json.Skip();
                return id ?? (object)"wrong";
        }
    }

    private static string? AsReference(string text) =>
        text is { Length: > 0 and <= LongestRef } && text.All(unit => unit is > ' ' and <= '~') ? text : null;

    private static bool? FlagAt(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.True or JsonTokenType.False ? json.GetBoolean() : null;

    private static long? NumberAt(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) ? number : null;

    private static DateTime? MomentAt(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && WireTime.TryRead(json.GetString(), out var moment) ? moment : null;

    private string? Text(string name) => Value(name) as string;

    private long? Number(string name) => Value(name) as long?;

    private bool Flag(string name) => Value(name) is true;

    private DateTime? Moment(string name) => Value(name) as DateTime?;

    private object? Value(string name) => IndexOf(name) is >= 0 and var at ? _values[at].Value : null;

    private int IndexOf(string name)
    {
        for (var at = 0; at < _values.Count; at++)
        {
            if (_values[at].Field.Name == name) return at;
        }

        return -1;
    }

    private sealed record Field(string Name, Kind Kind)
    {
        public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Name);
    }
}

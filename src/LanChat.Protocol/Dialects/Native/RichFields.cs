using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The fields of a request. Ignores unknown fields; if a field occurs twice, the last one counts.
/// </summary>
internal sealed class RichFields
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    // Sorted by frequency, most frequent first.
    private static readonly RichField[] All =
    [
        new("say", FieldKind.Text),
        new("ref", FieldKind.Reference),
        new("id", FieldKind.Id),
        new("re", FieldKind.Number),
        new("edit", FieldKind.Number),
        new("recall", FieldKind.Number),
        new("tell", FieldKind.Text),
        new("to", FieldKind.Name),
        new("act", FieldKind.Text),
        new("away", FieldKind.Text),
        new("file", FieldKind.Text),
        new("text", FieldKind.Text),
        new("ignore", FieldKind.Flag),
        new("list", FieldKind.Flag),
        new("nick", FieldKind.Name),
        new("since", FieldKind.NumberOrMoment),
        new("pong", FieldKind.Number),
        new("ping", FieldKind.Number),
        new("log", FieldKind.Name),
        new("key", FieldKind.Name),
        new("beside", FieldKind.Flag),
        new("sign", FieldKind.Name),
        new("had", FieldKind.Number),
        new("hello", FieldKind.Number),
        new("history", FieldKind.Flag),
        new("search", FieldKind.Text),
        new("from", FieldKind.Text),
        new("until", FieldKind.Moment),
        new("tag", FieldKind.Number),
        new("before", FieldKind.Number),
        new("after", FieldKind.Number),
        new("around", FieldKind.Number),
        new("limit", FieldKind.Number),
        new("room", FieldKind.Name),
        new("password", FieldKind.Name),
        new("code", FieldKind.Name),
        new("rooms", FieldKind.Flag),
        new("open", FieldKind.Name),
        new("set", FieldKind.Pairs),
        new("archive", FieldKind.Flag),
        new("invite", FieldKind.Flag),
        new("uses", FieldKind.Number),
        new("for", FieldKind.Name),
        new("role", FieldKind.Name),
        new("as", FieldKind.Name),
        new("admit", FieldKind.Name),
        new("reject", FieldKind.Name),
        new("own", FieldKind.Name),
        new("session", FieldKind.Name),
        new("device", FieldKind.Name),
        new("link", FieldKind.FlagOrName),
        new("devices", FieldKind.Flag),
        new("unlink", FieldKind.Number),
        new("private", FieldKind.Flag),
        new("read", FieldKind.FlagOrNumber),
        new("receipts", FieldKind.Flag),
        new("positions", FieldKind.Flag),
        new("seen", FieldKind.Number),
        new("account", FieldKind.Flag),
        new("delete-account", FieldKind.Name),
        new("with", FieldKind.Name),
    ];

    // A list, because it is faster than a dictionary for so few fields.
    private readonly List<(RichField Field, object Value)> _values = new(4);

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
        one is { Field.Kind: FieldKind.Text, Value: string text } && text.Contains('\0', StringComparison.Ordinal));

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

        if (field.Read(ref json) is not { } value) return false;
        if (IndexOf(field.Name) is >= 0 and var at) _values[at] = (field, value);
        else _values.Add((field, value));
        return true;
    }

    private static RichField? Find(ref Utf8JsonReader json)
    {
        foreach (var field in All)
        {
            if (json.ValueTextEquals(field.Utf8)) return field;
        }

        return null;
    }

    public string? Text(string name) => Value(name) as string;

    public long? Number(string name) => Value(name) as long?;

    public bool Flag(string name) => Value(name) is true;

    public bool HasFlag(string name) => Value(name) is bool;

    public IReadOnlyList<KeyValuePair<string, string>>? Pairs(string name) =>
        Value(name) as List<KeyValuePair<string, string>>;

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
}

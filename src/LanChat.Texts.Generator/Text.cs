using System.Text.RegularExpressions;

namespace LanChat.Texts.Generator;

/// <summary>One text in one language.</summary>
public sealed class Text
{
    private static readonly Regex Placeholder = new(@"\{(?<name>\w+)(:(?<format>[^{}]*))?\}");

    private string _value;

    public Text(string key, string parameters, string value, int line)
    {
        (Key, Line) = (key, line);
        Parameters =
        [
            .. parameters.Split(',').Select(one => one.Trim()).Where(one => one.Length > 0)
                .Select(one => one.Split(' '))
                .Select(words => new Parameter(words.Length > 1 ? words[0] : "string", words[words.Length - 1])),
        ];
        _value = value.Length > 1 && value[0] == '"' && value[value.Length - 1] == '"'
            ? value.Substring(1, value.Length - 2)
            : value;
    }

    /// <summary>
    /// The name of the accessor; in lower case, the code by which the text is found.
    /// </summary>
    public string Key { get; }

    public bool IsCode => char.IsLower(Key[0]);

    public IReadOnlyList<Parameter> Parameters { get; }

    public int Line { get; }

    public string Value => _value;

    /// <summary>The names of the parameters it inserts.</summary>
    public IEnumerable<string> Inserted =>
        Placeholder.Matches(_value).Cast<Match>().Select(match => match.Groups["name"].Value).Distinct();

    /// <summary>The text as a C# expression.</summary>
    public string ToExpression()
    {
        var code = new System.Text.StringBuilder();
        var at = 0;
        foreach (Match match in Placeholder.Matches(_value))
        {
            code.Append(Escape(_value.Substring(at, match.Index - at))).Append(Insertion(match));
            at = match.Index + match.Length;
        }

        code.Append(Escape(_value.Substring(at)));
        return at == 0 ? $"\"{code}\"" : $"string.Create(CultureInfo.InvariantCulture, $\"{code}\")";
    }

    /// <summary>Adds a line of the form <c>| text</c>.</summary>
    internal void AddLine(string line)
    {
        var text = line.Length > 2 ? line.Substring(2) : "";
        _value = _value.Length == 0 ? text : $"{_value}\n{text}";
    }

    private static string Insertion(Match placeholder)
    {
        var (name, format) = (placeholder.Groups["name"].Value, placeholder.Groups["format"].Value);
        if (format.Length == 0) return $"{{{name}}}";
        var forms = format.Split('|');
        return forms.Length == 2
            ? $"{{Plural.Of({name}, \"{Escape(forms[0])}\", \"{Escape(forms[1])}\")}}"
            : $"{{{name}:{format}}}";
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}

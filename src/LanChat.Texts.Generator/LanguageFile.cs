using System.Text.RegularExpressions;

namespace LanChat.Texts.Generator;

/// <summary>
/// One language: <c>language = NAME</c>, then sections of texts. A section is a class, a text
/// one of its members:
/// <code>
/// # What the class is about.
/// [FileTexts]
/// NoSuchFile(path) = File not found: {path}
/// Sent(int files) = {files:file|files} sent
/// </code>
/// Parameters stand in the English file only and are strings unless a type stands before them.
/// <c>{name}</c> inserts a parameter, <c>{name:0.#}</c> formats it, <c>{name:one|many}</c> writes
/// the number and the form that belongs to it. Quotes keep spaces at the ends; lines that begin
/// with <c>|</c> are the lines of one text.
/// </summary>
public sealed class LanguageFile
{
    private static readonly Regex Header = new(@"^language = (?<name>[A-Z][a-z]+)$");
    private static readonly Regex Section = new(@"^\[(?<name>\w+)\]$");
    private static readonly Regex Entry = new(@"^(?<key>[\w-]+)(\((?<parameters>[^)]*)\))? =( (?<text>.*))?$");

    private readonly List<TextSection> _sections = [];
    private readonly List<TextFlaw> _flaws = [];

    private LanguageFile(string path) => Code = Path.GetFileNameWithoutExtension(path);

    /// <summary>The language's code, which is the file's name: <c>en</c>.</summary>
    public string Code { get; }

    /// <summary>The language's name in English: <c>English</c>.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<TextSection> Sections => _sections;

    public IReadOnlyList<TextFlaw> Flaws => _flaws;

    public static LanguageFile Parse(string path, string content)
    {
        var file = new LanguageFile(path);
        var lines = content.Replace("\r\n", "\n").Split('\n');
        string? comment = null;
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].TrimEnd();
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                comment = line.Substring(2);
                continue;
            }

            if (line.Length > 0 && file.Flaw(line, at + 1, comment) is { } flaw)
                file._flaws.Add(new TextFlaw(path, at + 1, flaw));
            comment = null;
        }

        if (file.Name.Length == 0) file._flaws.Add(new TextFlaw(path, 1, "the first line must be: language = NAME"));
        return file;
    }

    /// <summary>Adds one line to the file; what is wrong with it, or null.</summary>
    private string? Flaw(string line, int number, string? comment)
    {
        if (line[0] == '|')
        {
            if (_sections.LastOrDefault()?.Texts.LastOrDefault() is not { } text) return "there is no text to continue";
            text.AddLine(line);
            return null;
        }

        if (Name.Length == 0 && Header.Match(line) is { Success: true } header)
        {
            Name = header.Groups["name"].Value;
            return null;
        }

        if (Section.Match(line) is { Success: true } section)
        {
            var name = section.Groups["name"].Value;
            if (_sections.Any(one => one.Name == name)) return $"there are two sections {name}";
            _sections.Add(new TextSection(name, comment ?? ""));
            return null;
        }

        if (Entry.Match(line) is not { Success: true } entry) return "expected [SECTION] or KEY = TEXT";
        if (_sections.Count == 0) return "a text must be in a section";
        return _sections[_sections.Count - 1].Add(new Text(
            entry.Groups["key"].Value, entry.Groups["parameters"].Value, entry.Groups["text"].Value, number));
    }
}

using System.Diagnostics.CodeAnalysis;

namespace LanChat.Client.Emoji;

/// <summary>
/// The known emoji codes, without colons, and their emoji; read from <c>emoji.txt</c>.
/// </summary>
internal static class EmojiCodes
{
    private static readonly Dictionary<string, string> ByCode = new(All = [.. Read()], StringComparer.Ordinal);

    /// <summary>All codes with their emoji, most common first.</summary>
    public static KeyValuePair<string, string>[] All { get; }

    public static bool TryGet(string code, [NotNullWhen(true)] out string? emoji) =>
        ByCode.TryGetValue(code, out emoji);

    /// <summary>
    /// Codes that match a prefix: exact match first, then by the start of the code, then by the
    /// start of a later word in it.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string>> Matching(string part) => All
        .Select(one => (One: one, Rank: Rank(one.Key, part)))
        .Where(match => match.Rank is not null)
        .OrderBy(match => match.Rank)
        .Select(match => match.One);

    public static bool IsCodeChar(char unit) =>
        char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit) || unit is '_' or '+' or '-';

    private static int? Rank(string code, string part) =>
        code == part ? 0
        : code.StartsWith(part, StringComparison.Ordinal) ? 1
        : code.Contains('_' + part, StringComparison.Ordinal) ? 2
        : null;

    private static IEnumerable<KeyValuePair<string, string>> Read()
    {
        using var lines = new StreamReader(typeof(EmojiCodes).Assembly.GetManifestResourceStream("emoji.txt")!);
        while (lines.ReadLine() is { } line)
            yield return new(line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
    }
}

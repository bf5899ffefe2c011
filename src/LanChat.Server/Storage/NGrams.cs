using System.Text;

namespace LanChat.Server.Storage;

/// <summary>
/// The terms of the search index: every three adjacent characters, every two of Chinese, Japanese
/// and Korean, and the sender. Each is one token of FTS5's ascii tokenizer: ASCII punctuation,
/// which would separate tokens, is mapped outside of ASCII. So text is never query syntax.
/// </summary>
internal static class NGrams
{
    // The first CJK character; CJK text has no spaces between words.
    private const int FirstIdeograph = 0x2E80;

    // More terms do not pay: matches are compared with the whole text anyway.
    private const int MaxTerms = 32;

    private const char SenderMark = '\uE000';

    /// <summary>The terms of a message, separated by spaces.</summary>
    public static string Of(string text, string nickname)
    {
        var words = new StringBuilder(text.Length * 4);
        foreach (var word in InText(text)) words.Append(word).Append(' ');
        return words.Append(OfSender(nickname)).ToString();
    }

    /// <summary>
    /// The FTS5 expression that all matching messages satisfy; null if the index cannot help.
    /// </summary>
    public static string? MatchExpression(SearchQuery query)
    {
        var length = query.Text.EnumerateRunes().Count() >= 3 ? 3 : 2;
        var all = InText(query.Text).Where(word => word.EnumerateRunes().Count() == length).ToArray();
        // Terms that cover each character once suffice: matches are compared with the whole text,
        // and fewer terms are faster.
        var words = all.Where((_, at) => at % length == 0 || at == all.Length - 1).Distinct().Take(MaxTerms);
        if (query.From is { } from) words = words.Append(OfSender(from));
        var quoted = string.Join(' ', words.Select(word => $"\"{word}\""));
        return quoted.Length > 0 ? quoted : null;
    }

    private static IEnumerable<string> InText(string text)
    {
        var (before, last) = ("", "");
        var wasIdeograph = false;
        foreach (var rune in text.ToUpperInvariant().EnumerateRunes())
        {
            var now = Mapped(rune);
            var isIdeograph = rune.Value >= FirstIdeograph;
            if (isIdeograph && wasIdeograph) yield return last + now;
            if (before.Length > 0) yield return before + last + now;
            (before, last, wasIdeograph) = (last, now, isIdeograph);
        }
    }

    private static string OfSender(string nickname) =>
        SenderMark + string.Concat(SearchQuery.SenderKey(nickname).EnumerateRunes().Select(Mapped));

    private static string Mapped(Rune rune) =>
        rune.IsAscii && !char.IsAsciiLetterOrDigit((char)rune.Value) ? ((char)(0x80 + rune.Value))
            .ToString() : rune.ToString();
}

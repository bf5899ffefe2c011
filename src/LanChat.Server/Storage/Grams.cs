using System.Text;

namespace LanChat.Server.Storage;

/// <summary>
/// What of a message the index knows: every three characters that stand together, every two that
/// are written without spaces between words, and who said it. Each is a word to FTS5's ascii
/// tokenizer: letters and digits are, and so is everything that is not ASCII, into which the rest
/// of ASCII is mapped. So what people write is never syntax.
/// </summary>
internal static class Grams
{
    // The first of the characters that are written without spaces: Chinese, Japanese, Korean and
    // what belongs to them.
    private const int FirstIdeograph = 0x2E80;

    // Of many, so many are enough to look for: what is found is compared as a whole.
    private const int MostWords = 32;

    private const char SenderMark = '\uE000';

    /// <summary>The words of a message, with spaces between.</summary>
    public static string Of(string text, string nickname)
    {
        var words = new StringBuilder(text.Length * 4);
        foreach (var word in InText(text)) words.Append(word).Append(' ');
        return words.Append(OfSender(nickname)).ToString();
    }

    /// <summary>
    /// What all the messages have that can match; null when the index knows nothing about it.
    /// </summary>
    public static string? ToFind(Query query)
    {
        var length = query.Text.EnumerateRunes().Count() >= 3 ? 3 : 2;
        var all = InText(query.Text).Where(word => word.EnumerateRunes().Count() == length).ToArray();
        // Each character once is enough: what is found is compared as a whole, and fewer words are
        // found faster.
        var words = all.Where((_, at) => at % length == 0 || at == all.Length - 1).Distinct().Take(MostWords);
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
        SenderMark + string.Concat(Query.SenderKey(nickname).EnumerateRunes().Select(Mapped));

    private static string Mapped(Rune rune) =>
        rune.IsAscii && !char.IsAsciiLetterOrDigit((char)rune.Value) ? ((char)(0x80 + rune.Value))
            .ToString() : rune.ToString();
}

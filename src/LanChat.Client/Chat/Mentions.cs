using System.Globalization;
using System.Text;
using LanChat.Client.Display;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// Finds mentions of a nickname or of everybody. tests/fixtures/cases/mentions.json holds the rule
/// for client and page, with its README.
/// </summary>
internal static class Mentions
{
    private readonly record struct TextElement(string Key, int Start, int End);

    private const int FirstUnspacedScript = 0x2E80;
    private static readonly string[] EveryoneKeys = [.. new[] { "@all", "@everyone", "@所有人" }.Select(Fold)];
    private static readonly HashSet<string> Elisions = ["D", "L", "N", "S", "C", "J", "T", "M", "QU"];

    /// <summary>Whether the text mentions this nickname or everybody.</summary>
    public static bool IsMentioned(string text, string nickname) => Find(text, nickname).Count > 0;

    /// <summary>Whether the name stands for everybody.</summary>
    public static bool IsEveryone(string name) => EveryoneKeys.Contains(Fold($"@{name}"));

    /// <summary>Positions of the mentions, in order.</summary>
    public static IReadOnlyList<(int Start, int Length)> Find(string text, string nickname)
    {
        var folded = Fold(text);
        string[] keys = [.. EveryoneKeys.Prepend(Fold(nickname)).Where(key => key.Length > 0
            && folded.Contains(key, StringComparison.Ordinal))];
        if (keys.Length == 0) return [];
        var (links, elements, matches) = (Links.In(text), ElementsOf(text), new List<(int, int)>());
        for (var at = 0; at < elements.Length; at++)
        {
            var (start, end) = (elements[at].Start, keys.Max(key => MatchEnd(elements, at, key)));
            if (end < 0 || links.Any(link => start >= link.Start && start < link.Start + link.Length)) continue;
            matches.Add((start, elements[end - 1].End - start));
            at = end - 1;
        }

        return matches;
    }

    /// <summary>End of a match of the key as a word at this position; -1 for none.</summary>
    private static int MatchEnd(TextElement[] elements, int at, string key)
    {
        var (end, joined) = (at, new StringBuilder());
        while (joined.Length < key.Length && end < elements.Length) joined.Append(elements[end++].Key);
        if (!joined.Equals(key) || IsInsideWord(elements, at) || IsInsideWord(elements, end)) return -1;
        return IsStartAfterElision(elements, at, end - at > 1) && !IsBeforeNegation(elements, end) ? end : -1;
    }

    /// <summary>Whether the position is inside a word or an e-mail address.</summary>
    private static bool IsInsideWord(TextElement[] elements, int at) =>
        IsWordAt(elements, at - 1)
            && (IsWordAt(elements, at) || (KeyAt(elements, at) == "@" && IsWordAt(elements, at + 1)));

    private static bool IsWordAt(TextElement[] elements, int at)
    {
        if (!Rune.TryGetRuneAt(KeyAt(elements, at) is { Length: > 0 } key ? key : " ", 0, out var first)) return false;
        return first.Value < FirstUnspacedScript && (first.Value == '_' || Rune.IsLetter(first) || Rune.IsNumber(first))
            && first.Value is not ((>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF));
    }

    /// <summary>
    /// A word after an apostrophe belongs to the word before it, unless that is an elision, as in
    /// l'Anna.
    /// </summary>
    private static bool IsStartAfterElision(TextElement[] elements, int at, bool isLong)
    {
        if (KeyAt(elements, at - 1) != "'" || !IsWordAt(elements, at - 2) || !IsWordAt(elements, at)) return true;
        var from = at - 1;
        while (IsWordAt(elements, from - 1)) from--;
        return isLong && Elisions.Contains(string.Concat(elements[from..(at - 1)].Select(element => element.Key)));
    }

    /// <summary>The first part of a negation such as "don't" is not a name.</summary>
    private static bool IsBeforeNegation(TextElement[] elements, int end) =>
        IsWordAt(elements, end - 1)
            && KeyAt(elements, end) == "'"
            && KeyAt(elements, end + 1) == "T"
            && !IsWordAt(elements, end + 2);

    private static string KeyAt(TextElement[] elements, int at) =>
        at >= 0 && at < elements.Length ? elements[at].Key : "";

    private static TextElement[] ElementsOf(string text)
    {
        var elements = new List<TextElement>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + StringInfo.GetNextTextElementLength(text.AsSpan(at));
            elements.Add(new TextElement(Fold(text[at..end]), at, end));
            at = end;
        }

        return [.. elements];
    }

    /// <summary>
    /// Normalises as for comparing nicknames; straight and curved apostrophes are equal.
    /// </summary>
    private static string Fold(string text)
    {
        // Lone surrogates cannot be normalised, and occur in no nickname.
        var folded = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()))
            : text;
        return Nick.KeyOf(folded).Replace('’', '\'');
    }
}

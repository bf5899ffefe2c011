using System.Globalization;
using System.Text;
using LanChat.Client.Display;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// Finds where a text means somebody: by name, or as one of everybody. The rule, which the page has
/// as well, is tests/fixtures/cases/mentions.json with its README.
/// </summary>
internal static class Mentions
{
    private readonly record struct Character(string Key, int Start, int End);

    private const int FirstWithoutSpaces = 0x2E80;
    private static readonly string[] Everybody = [.. new[] { "@all", "@everyone", "@所有人" }.Select(Folded)];
    private static readonly HashSet<string> Elisions = ["D", "L", "N", "S", "C", "J", "T", "M", "QU"];

    /// <summary>Whether the one of that name is meant.</summary>
    public static bool Names(string text, string nickname) => In(text, nickname).Count > 0;

    /// <summary>Whether a name is no name, but means everybody.</summary>
    public static bool MeansEverybody(string name) => Everybody.Contains(Folded($"@{name}"));

    /// <summary>The places, in order.</summary>
    public static IReadOnlyList<(int Start, int Length)> In(string text, string nickname)
    {
        var whole = Folded(text);
        string[] wanted = [.. Everybody.Prepend(Folded(nickname)).Where(one => one.Length > 0
            && whole.Contains(one, StringComparison.Ordinal))];
        if (wanted.Length == 0) return [];
        var (links, read, places) = (Links.In(text), CharactersOf(text), new List<(int, int)>());
        for (var at = 0; at < read.Length; at++)
        {
            var (start, end) = (read[at].Start, wanted.Max(one => EndOf(read, at, one)));
            if (end < 0 || links.Any(link => start >= link.Start && start < link.Start + link.Length)) continue;
            places.Add((start, read[end - 1].End - start));
            at = end - 1;
        }

        return places;
    }

    /// <summary>Where the name ends that stands by itself from there on; -1 if none does.</summary>
    private static int EndOf(Character[] read, int at, string wanted)
    {
        var (end, key) = (at, new StringBuilder());
        while (key.Length < wanted.Length && end < read.Length) key.Append(read[end++].Key);
        if (!key.Equals(wanted) || IsJoined(read, at) || IsJoined(read, end)) return -1;
        return IsOfElision(read, at, end - at > 1) && !IsNegated(read, end) ? end : -1;
    }

    /// <summary>Whether there is the inside of a word, or of an address of mail.</summary>
    private static bool IsJoined(Character[] read, int at) =>
        IsOfWord(read, at - 1) && (IsOfWord(read, at) || (KeyAt(read, at) == "@" && IsOfWord(read, at + 1)));

    private static bool IsOfWord(Character[] read, int at)
    {
        if (!Rune.TryGetRuneAt(KeyAt(read, at) is { Length: > 0 } key ? key : " ", 0, out var first)) return false;
        return first.Value < FirstWithoutSpaces && (first.Value == '_' || Rune.IsLetter(first) || Rune.IsNumber(first))
            && first.Value is not ((>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF));
    }

    /// <summary>
    /// What stands behind a word and an apostrophe is the rest of that word, unless that is an
    /// elision: l'Anna.
    /// </summary>
    private static bool IsOfElision(Character[] read, int at, bool isLong)
    {
        if (KeyAt(read, at - 1) != "'" || !IsOfWord(read, at - 2) || !IsOfWord(read, at)) return true;
        var from = at - 1;
        while (IsOfWord(read, from - 1)) from--;
        return isLong && Elisions.Contains(string.Concat(read[from..(at - 1)].Select(one => one.Key)));
    }

    /// <summary>Of "don't" the first part is nobody's name.</summary>
    private static bool IsNegated(Character[] read, int end) =>
        IsOfWord(read, end - 1) && KeyAt(read, end) == "'" && KeyAt(read, end + 1) == "T" && !IsOfWord(read, end + 2);

    private static string KeyAt(Character[] read, int at) => at >= 0 && at < read.Length ? read[at].Key : "";

    private static Character[] CharactersOf(string text)
    {
        var read = new List<Character>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + StringInfo.GetNextTextElementLength(text.AsSpan(at));
            read.Add(new Character(Folded(text[at..end]), at, end));
            at = end;
        }

        return [.. read];
    }

    /// <summary>As names are compared; and straight and curved apostrophes are the same.</summary>
    private static string Folded(string text)
    {
        // Half a character can't be normalised, and is part of no name.
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()))
            : text;
        return Nick.KeyOf(whole).Replace('’', '\'');
    }
}

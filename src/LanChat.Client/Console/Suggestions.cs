using LanChat.Client.Emoji;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Console;

/// <summary>What may stand in the place of the end of a text: emoji for codes, and whom a private word is for.</summary>
internal static class Suggestions
{
    private const int ShortestCode = 2;

    /// <param name="before">What stands before the cursor.</param>
    /// <param name="names">Whom one can speak to.</param>
    /// <returns>Where what would be replaced begins, and by what, the best first; null when nothing was begun there.</returns>
    public static (int Start, IEnumerable<Suggestion> Matches)? For(string before, IReadOnlyList<string> names)
    {
        if (before is ['@', .. var part] && part.TrimStart('"') is { Length: > 0 } name && Names(name, names) is [_, ..] found) return (0, found);
        var start = before.Length;
        while (start > 0 && EmojiCodes.IsOfCode(before[start - 1])) start--;
        if (before.Length - start < ShortestCode || start == 0 || before[start - 1] != ':') return null;
        if (start > 1 && !char.IsWhiteSpace(before[start - 2])) return null;
        return (start - 1, Codes(before[start..]));
    }

    private static IEnumerable<Suggestion> Codes(string part) =>
        EmojiCodes.Matching(part).Select(one => new Suggestion($":{one.Key}:", one.Value, one.Value));

    private static Suggestion[] Names(string part, IReadOnlyList<string> names) =>
    [
        .. names.Where(name => name.StartsWith(part, StringComparison.OrdinalIgnoreCase))
            .Select(name => (Name: name, Mention: LineCommands.Mention(name)))
            .Where(one => one.Mention is not null)
            .Select(one => new Suggestion(one.Name, one.Mention!)),
    ];
}

using LanChat.Client.Emoji;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Terminal.Input;

/// <summary>What may stand in the place of the end of a text.</summary>
internal static class Suggestions
{
    private const int ShortestCode = 2;
    private const string Sharing = "/file ";

    /// <summary>While it is typed: commands, emoji for codes, and who is mentioned.</summary>
    /// <param name="before">What stands before the cursor.</param>
    /// <param name="names">Whom one can speak to.</param>
    /// <returns>Where what would be replaced begins, and by what, the best first; null when nothing was begun there.</returns>
    public static (int Start, IEnumerable<Suggestion> Matches)? For(string before, IReadOnlyList<string> names)
    {
        if (CommandSuggestions.For(before) is [_, ..] commands) return (0, commands);
        if (NameSuggestions.InRoom(before, names) is { } mentioned) return mentioned;
        var start = before.Length;
        while (start > 0 && EmojiCodes.IsOfCode(before[start - 1])) start--;
        if (before.Length - start < ShortestCode || start == 0 || before[start - 1] != ':') return null;
        if (start > 1 && !char.IsWhiteSpace(before[start - 2])) return null;
        return (start - 1, Codes(before[start..]));
    }

    /// <summary>When it is asked for: also the names of all who are here, and of files where one is to be shared.</summary>
    /// <inheritdoc cref="For"/>
    public static (int Start, IEnumerable<Suggestion> Matches)? Asked(string before, IReadOnlyList<string> names)
    {
        return before.StartsWith(Sharing, StringComparison.Ordinal) ? Shared(before, names)
            : For(before, names) is var (start, matches) && matches.Any() ? (start, matches)
            : NameSuggestions.For(before, names);
    }

    /// <summary>Whom a file is for, and where it is.</summary>
    private static (int Start, IEnumerable<Suggestion> Matches) Shared(string before, IReadOnlyList<string> names)
    {
        var typed = before[Sharing.Length..];
        var path = LineCommands.Address(typed) is ClientMessage.Tell { Text: var behind } ? behind : typed;
        if (path == typed && typed is ['@', .. var part] && NameSuggestions.Mentions(part, names) is [_, ..] found) return (Sharing.Length, found);
        var paths = PathSuggestions.For(path);
        return (before.Length - path.Length + paths.Start, paths.Matches);
    }

    private static IEnumerable<Suggestion> Codes(string part) =>
        EmojiCodes.Matching(part).Select(one => new Suggestion($":{one.Key}:", one.Value, one.Value));
}

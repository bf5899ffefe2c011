using LanChat.Client.Emoji;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Terminal.Input;

/// <summary>Finds completions for the end of a text.</summary>
internal static class Suggestions
{
    private const int ShortestCode = 2;
    private const string FileCommand = "/file ";

    /// <summary>Completions shown while typing: commands, emoji codes and mentions.</summary>
    /// <param name="before">The text before the cursor.</param>
    /// <param name="names">The members of the room.</param>
    /// <param name="permissions">What the user may do; null outside a room.</param>
    /// <returns>
    /// The index where the replaced text starts, and the matches, best first; null if nothing can
    /// be completed there.
    /// </returns>
    public static (int Start, IEnumerable<Suggestion> Matches)? For(
        string before, IReadOnlyList<string> names, RoomPermissions? permissions = null)
    {
        permissions ??= RoomPermissions.None;
        if (CommandSuggestions.For(before, permissions) is [_, ..] commands) return (0, commands);
        if (NameSuggestions.ForMention(before, names) is { } mentioned) return mentioned;
        var start = before.Length;
        while (start > 0 && EmojiCodes.IsCodeChar(before[start - 1])) start--;
        if (before.Length - start < ShortestCode || start == 0 || before[start - 1] != ':') return null;
        if (start > 1 && !char.IsWhiteSpace(before[start - 2])) return null;
        return (start - 1, Codes(before[start..]));
    }

    /// <summary>
    /// Completions on request (Tab): also nicknames without a sign, and paths after <c>/file</c>.
    /// </summary>
    /// <inheritdoc cref="For"/>
    public static (int Start, IEnumerable<Suggestion> Matches)? OnRequest(
        string before, IReadOnlyList<string> names, RoomPermissions? permissions = null)
    {
        return before.StartsWith(FileCommand, StringComparison.Ordinal) ? ForFile(before, names)
            : For(before, names, permissions) is var (start, matches) && matches.Any() ? (start, matches)
            : NameSuggestions.For(before, names);
    }

    /// <summary>Completes the recipient of a file, then its path.</summary>
    private static (int Start, IEnumerable<Suggestion> Matches) ForFile(string before, IReadOnlyList<string> names)
    {
        var typed = before[FileCommand.Length..];
        var path = LineCommands.Address(typed) is ClientMessage.Tell { Text: var behind } ? behind : typed;
        if (path == typed && typed is ['@', .. var part] && NameSuggestions.Recipients(part, names) is [_, ..] found)
            return (FileCommand.Length, found);
        var paths = PathSuggestions.For(path);
        return (before.Length - path.Length + paths.Start, paths.Matches);
    }

    private static IEnumerable<Suggestion> Codes(string part) =>
        EmojiCodes.Matching(part).Select(one => new Suggestion($":{one.Key}:", one.Value, one.Value));
}

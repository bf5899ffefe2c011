using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Terminal.Input;

/// <summary>
/// Suggests nicknames for a prefix: as an address at the start of a line, as a word elsewhere.
/// </summary>
internal static class NameSuggestions
{
    private const string PrivateCommand = "/msg ";

    /// <param name="before">The text before the cursor.</param>
    /// <param name="names">The members of the room.</param>
    public static (int Start, IReadOnlyList<Suggestion> Matches) For(string before, IReadOnlyList<string> names)
    {
        if (before.StartsWith(PrivateCommand, StringComparison.Ordinal)
            && Recipients(before[PrivateCommand.Length..], names) is [_, ..] found)
            return (PrivateCommand.Length, [.. found.Select(one => one with { Text = one.Text[1..] })]);
        var start = before.Length;
        while (start > 0 && !char.IsWhiteSpace(before[start - 1])) start--;
        var part = before[start..];
        if (part.Length == 0) return (start, []);
        var end = start == 0 ? ": " : " ";
        return (start, [.. StartingWith(part, names).Select(name => new Suggestion(name, name + end))]);
    }

    /// <summary>
    /// Suggests nicknames for a mention at the end of the text; null if there is none. A mention
    /// may contain any nickname.
    /// </summary>
    public static (int Start, IEnumerable<Suggestion> Matches)? ForMention(string before, IReadOnlyList<string> names)
    {
        if (before.StartsWith('/')) return null;
        return MentionAt(before.LastIndexOf('@'), before, names) ?? MentionAt(before.IndexOf('@'), before, names);
    }

    private static (int Start, IEnumerable<Suggestion> Matches)? MentionAt(
        int start, string before, IReadOnlyList<string> names)
    {
        if (start < 0
            || (start > 0 && !char.IsWhiteSpace(before[start - 1]))
            || before[(start + 1)..].TrimStart('"') is not { Length: > 0 } name)
            return null;
        Suggestion[] found =
        [
            .. StartingWith(name, names).Select(one => new Suggestion(one, LineCommands.Mention(one) ?? $"@{one} ")),
        ];
        return found.Length > 0 ? (start, found) : null;
    }

    /// <summary>
    /// Suggests recipients of a private message, written as the text after the <c>@</c>.
    /// </summary>
    /// <param name="part">The start of a nickname, possibly quoted.</param>
    /// <param name="names">The members of the room.</param>
    public static IReadOnlyList<Suggestion> Recipients(string part, IReadOnlyList<string> names)
    {
        if (part.TrimStart('"') is not { Length: > 0 } name) return [];
        return
        [
            .. StartingWith(name, names)
                .Select(one => (Name: one, Mention: LineCommands.Mention(one)))
                .Where(one => one.Mention is not null)
                .Select(one => new Suggestion(one.Name, one.Mention!)),
        ];
    }

    private static IEnumerable<string> StartingWith(string part, IReadOnlyList<string> names) =>
        names.Where(name => name.StartsWith(part, StringComparison.OrdinalIgnoreCase));
}

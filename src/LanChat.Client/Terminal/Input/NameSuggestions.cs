using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Terminal.Input;

/// <summary>The names that what was begun may become: at the beginning of a line they address somebody, elsewhere they are a word.</summary>
internal static class NameSuggestions
{
    private const string Privately = "/msg ";

    /// <param name="before">What stands before the cursor.</param>
    /// <param name="names">Who is here.</param>
    public static (int Start, IReadOnlyList<Suggestion> Matches) For(string before, IReadOnlyList<string> names)
    {
        if (before.StartsWith(Privately, StringComparison.Ordinal) && Mentions(before[Privately.Length..], names) is [_, ..] found)
            return (Privately.Length, [.. found.Select(one => one with { Text = one.Text[1..] })]);
        var start = before.Length;
        while (start > 0 && !char.IsWhiteSpace(before[start - 1])) start--;
        var part = before[start..];
        if (part.Length == 0) return (start, []);
        var end = start == 0 ? ": " : " ";
        return (start, [.. Beginning(part, names).Select(name => new Suggestion(name, name + end))]);
    }

    /// <summary>Who may be meant by the mention that stands at the end of a text: everybody reads it, so any name can be written there.</summary>
    public static (int Start, IEnumerable<Suggestion> Matches)? InRoom(string before, IReadOnlyList<string> names)
    {
        if (before.StartsWith('/')) return null;
        return MentionAt(before.LastIndexOf('@'), before, names) ?? MentionAt(before.IndexOf('@'), before, names);
    }

    private static (int Start, IEnumerable<Suggestion> Matches)? MentionAt(int start, string before, IReadOnlyList<string> names)
    {
        if (start < 0 || (start > 0 && !char.IsWhiteSpace(before[start - 1])) || before[(start + 1)..].TrimStart('"') is not { Length: > 0 } name) return null;
        Suggestion[] found = [.. Beginning(name, names).Select(one => new Suggestion(one, LineCommands.Mention(one) ?? $"@{one} "))];
        return found.Length > 0 ? (start, found) : null;
    }

    /// <summary>Whom a private word may be for that begins so, as it is written behind the sign for it.</summary>
    /// <param name="part">The beginning of a name, maybe in quotes.</param>
    /// <param name="names">Who is here.</param>
    public static IReadOnlyList<Suggestion> Mentions(string part, IReadOnlyList<string> names) => part.TrimStart('"') is not { Length: > 0 } name
        ? []
        :
        [
            .. Beginning(name, names)
                .Select(one => (Name: one, Mention: LineCommands.Mention(one)))
                .Where(one => one.Mention is not null)
                .Select(one => new Suggestion(one.Name, one.Mention!)),
        ];

    private static IEnumerable<string> Beginning(string part, IReadOnlyList<string> names) =>
        names.Where(name => name.StartsWith(part, StringComparison.OrdinalIgnoreCase));
}

using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>The member list beside the transcript; members who are away are faint.</summary>
internal static class MemberWidget
{
    /// <param name="nicknames">In display order.</param>
    /// <param name="own">The user's own nickname.</param>
    /// <param name="away">The members who are away.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="most">Maximum number of rows.</param>
    public static IReadOnlyList<Row> Of(
        IReadOnlyList<string> nicknames,
        string? own,
        IReadOnlyList<string> away,
        Theme theme,
        int most)
    {
        var absent = away.ToHashSet();
        var shown = nicknames.Count <= most - 1 ? nicknames.Count : Math.Max(most - 2, 0);
        return
        [
            new Row(theme.Faint(MemberTexts.Here(nicknames.Count))),
            .. nicknames.Take(shown).Select(name => new Row(Named(name))),
            .. shown < nicknames.Count
                ? [new Row(theme.Faint(MemberTexts.MoreBelow(nicknames.Count - shown)))]
                : Array.Empty<Row>(),
        ];

        TextSpan Named(string name)
        {
            var safe = TerminalText.OneLine(name);
            return absent.Contains(name) ? theme.Faint(safe) : name == own ? theme.Own(safe) : theme.Nick(name, safe);
        }
    }
}

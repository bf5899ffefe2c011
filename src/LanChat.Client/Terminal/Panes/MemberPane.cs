using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Panes;

/// <summary>Who is here, beside the talk; who is away, faintly.</summary>
internal static class MemberPane
{
    /// <param name="nicknames">In the order to show.</param>
    /// <param name="own">The user's own.</param>
    /// <param name="away">Who of them is away.</param>
    /// <param name="ink">For the names.</param>
    /// <param name="most">The most rows.</param>
    public static IReadOnlyList<Row> Of(IReadOnlyList<string> nicknames, string? own, IReadOnlyList<string> away, Ink ink, int most)
    {
        var absent = away.ToHashSet();
        var shown = nicknames.Count <= most - 1 ? nicknames.Count : Math.Max(most - 2, 0);
        return
        [
            new Row(ink.Faint(MemberTexts.Here(nicknames.Count))),
            .. nicknames.Take(shown).Select(name => new Row(Named(name))),
            .. shown < nicknames.Count ? [new Row(ink.Faint(MemberTexts.MoreBelow(nicknames.Count - shown)))] : Array.Empty<Row>(),
        ];

        Piece Named(string name)
        {
            var safe = TerminalText.OneLine(name);
            return absent.Contains(name) ? ink.Faint(safe) : name == own ? ink.Own(safe) : ink.Nick(name, safe);
        }
    }
}

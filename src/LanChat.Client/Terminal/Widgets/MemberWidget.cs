using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// The member list beside the transcript. Members who are away are faint; a mark says that a
/// nickname belongs to its account.
/// </summary>
internal static class MemberWidget
{
    private const string OwnerMark = " ✓";

    /// <param name="members">The members, in display order.</param>
    /// <param name="own">The user's own nickname.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="most">Maximum number of rows.</param>
    public static IReadOnlyList<Row> Of(
        ViewProtocol.ShowPresent members, string? own, Theme theme, int most)
    {
        var nicknames = members.Names;
        var (absent, owners) = (members.Away.ToHashSet(), members.Owners.ToHashSet());
        var shown = nicknames.Count <= most - 1 ? nicknames.Count : Math.Max(most - 2, 0);
        return
        [
            new Row(theme.Faint(MemberTexts.Here(nicknames.Count))),
            .. nicknames.Take(shown).Select(RowFor),
            .. shown < nicknames.Count
                ? [new Row(theme.Faint(MemberTexts.MoreBelow(nicknames.Count - shown)))]
                : Array.Empty<Row>(),
        ];

        Row RowFor(string name) =>
            owners.Contains(name) ? new Row(Named(name), theme.Faint(OwnerMark)) : new Row(Named(name));

        TextSpan Named(string name)
        {
            var safe = TerminalText.OneLine(name);
            return absent.Contains(name) ? theme.Faint(safe) : name == own ? theme.Own(safe) : theme.Nick(name, safe);
        }
    }
}

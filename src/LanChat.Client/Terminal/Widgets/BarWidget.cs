using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>Full-width lines with a background: the room's notice and the status line.</summary>
internal static class BarWidget
{
    private const int Margins = 3;

    /// <summary>The notice, joined to one line.</summary>
    public static Row Notice(string text, Theme theme, int cells) =>
        Bar(string.Join(" · ", TerminalText.Lines(text).Select(line => line.Trim())), "", theme, cells);

    /// <summary>The status line.</summary>
    /// <param name="place">The room in the window; null in the join prompt.</param>
    /// <param name="members">Number of members in the room.</param>
    /// <param name="away">
    /// Members who are away; listed by name if they fit, otherwise counted.
    /// </param>
    /// <param name="isAtEnd">Whether the end of the transcript is visible.</param>
    /// <param name="unseen">Number of messages below the visible part.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="cells">Width of the line.</param>
    /// <param name="hint">Key help for the join prompt.</param>
    public static Row Status(
        Place? place,
        int members,
        IReadOnlyList<string> away,
        bool isAtEnd,
        int unseen,
        Theme theme,
        int cells,
        string hint = "")
    {
        var far = isAtEnd ? "" : unseen > 0 ? ScreenTexts.NewBelow(unseen) : ScreenTexts.FurtherUp;
        if (place is null)
        {
            var showsHint = far.Length == 0 && Fits(ScreenTexts.ChoosingARoom, hint, cells);
            return Bar(ScreenTexts.ChoosingARoom, showsHint ? hint : far, theme, cells);
        }

        if (away.Count == 0) return Bar(Where(place, members, null), far, theme, cells);
        var names = string.Join(MemberTexts.BetweenNames, away.Select(TerminalText.OneLine));
        var named = Where(place, members, MemberTexts.AwayNames(names));
        var fitting = Fits(named, far, cells) ? named : Where(place, members, MemberTexts.Away(away.Count));
        return Bar(fitting, far, theme, cells);
    }

    private static bool Fits(string left, string right, int cells) =>
        CellWidth.Of(left) + CellWidth.Of(right) + Margins <= cells;

    private static string Where(Place place, int members, string? away) => $"{Sign(place)} " + string.Join(" · ",
    [
        TerminalText.OneLine(place.Room),
        .. place.Role.Length > 0 && place.Link == Link.Connected ? [place.Role] : Array.Empty<string>(),
        .. place.Link == Link.Connected
            ? [MemberTexts.Here(members)]
            : new[] { StateOf(place.Link) },
        .. place.Link == Link.Connected && away is not null ? [away] : Array.Empty<string>(),
        .. place.Latency is { } latency ? [$"{Math.Ceiling(latency.TotalMilliseconds):0} ms"] : Array.Empty<string>(),
        TerminalText.OneLine(place.Address),
    ]);

    private static string StateOf(Link link) => link switch
    {
        Link.Lost => ScreenTexts.Offline,
        Link.Waiting => ScreenTexts.Waiting,
        _ => ScreenTexts.Connecting,
    };

    private static char Sign(Place place) => place.Link == Link.Connected ? '●' : '○';

    /// <summary>
    /// Lays out both texts; never truncates the right one in favour of the left one.
    /// </summary>
    public static Row Bar(string left, string right, Theme theme, int cells)
    {
        var end = right.Length == 0 ? "" : $" {right} ";
        var begin = Truncation.Pad($" {left}", Math.Max(cells - CellWidth.Of(end), 0));
        return new Row(theme.Bar(begin), theme.Bar(Truncation.Fit(end, cells)));
    }
}

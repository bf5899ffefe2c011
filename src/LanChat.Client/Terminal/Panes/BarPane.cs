using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Panes;

/// <summary>The lines that stand out by their ground: the room's notice, and how things stand.</summary>
internal static class BarPane
{
    private const int Margins = 3;

    /// <summary>The notice on one line.</summary>
    public static Row Notice(string text, Ink ink, int cells) => Bar(string.Join(" · ", TerminalText.Lines(text).Select(line => line.Trim())), "", ink, cells);

    /// <param name="place">Where the user is; null where a room or a name is chosen.</param>
    /// <param name="members">How many are in the room.</param>
    /// <param name="away">Who of them is away; they are named where there is room for it, and else counted.</param>
    /// <param name="isAtEnd">Whether the end of the talk is in sight.</param>
    /// <param name="unseen">How many came below what is in sight.</param>
    /// <param name="ink">For the ground.</param>
    /// <param name="cells">The cells of the line.</param>
    /// <param name="hint">What keys do where a room is chosen.</param>
    public static Row Status(Place? place, int members, IReadOnlyList<string> away, bool isAtEnd, int unseen, Ink ink, int cells, string hint = "")
    {
        var far = isAtEnd ? "" : unseen > 0 ? ScreenTexts.NewBelow(unseen) : ScreenTexts.FurtherUp;
        if (place is null) return Bar(ScreenTexts.ChoosingARoom, far.Length > 0 || !Fits(ScreenTexts.ChoosingARoom, hint, cells) ? far : hint, ink, cells);
        var named = Where(place, members, MemberTexts.AwayNames(string.Join(MemberTexts.BetweenNames, away.Select(TerminalText.OneLine))));
        return Bar(away.Count == 0 || !Fits(named, far, cells) ? Where(place, members, away.Count == 0 ? null : MemberTexts.Away(away.Count)) : named, far, ink, cells);
    }

    private static bool Fits(string left, string right, int cells) => CellWidth.Of(left) + CellWidth.Of(right) + Margins <= cells;

    private static string Where(Place place, int members, string? away) => $"{Sign(place)} " + string.Join(" · ",
    [
        TerminalText.OneLine(place.Room),
        .. place.Link == Link.Connected ? [MemberTexts.Here(members)] : new[] { place.Link == Link.Lost ? ScreenTexts.Offline : ScreenTexts.Connecting },
        .. place.Link == Link.Connected && away is not null ? [away] : Array.Empty<string>(),
        .. place.Latency is { } latency ? [$"{Math.Ceiling(latency.TotalMilliseconds):0} ms"] : Array.Empty<string>(),
        TerminalText.OneLine(place.Address),
    ]);

    private static char Sign(Place place) => place.Link == Link.Connected ? '●' : '○';

    /// <summary>What stands at the right is shown whole.</summary>
    public static Row Bar(string left, string right, Ink ink, int cells)
    {
        var end = right.Length == 0 ? "" : $" {right} ";
        var begin = Fitting.Pad($" {left}", Math.Max(cells - CellWidth.Of(end), 0));
        return new Row(ink.Bar(begin), ink.Bar(Fitting.Fit(end, cells)));
    }
}

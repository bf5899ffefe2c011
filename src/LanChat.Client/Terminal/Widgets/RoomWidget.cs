using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Discovery;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// The rooms of the server, and below them the rooms nearby with their number of members: with
/// addresses in the join prompt, short beside the transcript. A room nearby whose announcements
/// have stopped is faint, with a ring instead of a dot and the time since the last announcement
/// instead of the member count.
/// </summary>
internal static class RoomWidget
{
    private const int LongestAddress = 21;
    private const int MaxNameCells = 40;
    internal const int CountCells = 6;
    internal const int CountInWordsCells = 10;
    internal const int WordsFrom = 56;
    internal const int SignCells = 2;

    /// <summary>Number of rows of the lists in the join prompt.</summary>
    public static int JoinPromptRows(RoomSelection selection) => selection.ServerRooms.Count == 0
        ? Math.Max(selection.Rooms.Count, 1) + 2
        : selection.ServerRooms.Count + (selection.Rooms.Count > 0 ? selection.Rooms.Count + 1 : 0) + 2;

    /// <summary>The lists in the join prompt.</summary>
    /// <param name="selection">The rooms; the selected one is always visible.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="cells">Maximum width.</param>
    /// <param name="most">Maximum number of rows.</param>
    public static IReadOnlyList<Row> ForJoinPrompt(RoomSelection selection, Theme theme, int cells, int most)
    {
        if (selection.Selected is not { } selected)
            return [Head(ScreenTexts.RoomsNearYou, theme), new Row(theme.Faint($"  {ScreenTexts.Listening}"))];
        var digits = Digits(selection);
        return Visible(
            [
                .. selection.ServerRooms.Select(room => (
                    room.Number, ServerRoomWidget.Line(room, digits, room.Number == selected, theme, cells))),
            ],
            [
                .. selection.Rooms.Select(room => (
                    room.Number, Line(room, digits, room.Number == selected, theme, cells))),
            ],
            selected,
            theme,
            most);
    }

    /// <summary>The short lists beside the transcript.</summary>
    /// <param name="selection">The rooms.</param>
    /// <param name="current">Number of the room in the active window.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="cells">Maximum width.</param>
    /// <param name="most">Maximum number of rows.</param>
    public static IReadOnlyList<Row> Beside(RoomSelection selection, int current, Theme theme, int cells, int most) =>
        Visible(
            [
                .. selection.ServerRooms.Select(room => (
                    room.Number, ServerRoomWidget.Short(room, room.Number == current, theme, cells))),
            ],
            [.. selection.Rooms.Select(room => (room.Number, Short(room, room.Number == current, theme, cells)))],
            null,
            theme,
            most);

    /// <summary>
    /// Both lists under their titles; the first rows are skipped to show the selected one.
    /// </summary>
    private static List<Row> Visible(
        IReadOnlyList<(int Number, Row Row)> onServer,
        IReadOnlyList<(int Number, Row Row)> nearby,
        int? selected,
        Theme theme,
        int most)
    {
        var hasBoth = onServer.Count > 0 && nearby.Count > 0;
        (int? Number, Row Row)[] rows =
        [
            .. onServer.Select(room => ((int?)room.Number, room.Row)),
            .. hasBoth ? [((int?)null, Head(ScreenTexts.RoomsNearYou, theme))] : Array.Empty<(int?, Row)>(),
            .. nearby.Select(room => ((int?)room.Number, room.Row)),
        ];
        var at = selected is null ? 0 : rows.Index().First(row => row.Item.Number == selected).Index;
        var left = rows[Math.Max(at - Math.Max(most - 3, 0), 0)..];
        var title = onServer.Count > 0 ? ScreenTexts.RoomsOfServer : ScreenTexts.RoomsNearYou;
        return [Head(title, theme), .. Fitting([.. left.Select(row => row.Row)], theme, most - 1)];
    }

    private static Row Head(string title, Theme theme) => new(theme.Faint(title));

    private static int Digits(RoomSelection selection) =>
        selection.ServerRooms.Select(room => room.Number)
            .Concat(selection.Rooms.Select(room => room.Number))
            .Max(number => $"{number}".Length);

    private static IEnumerable<Row> Fitting(IReadOnlyList<Row> rows, Theme theme, int most)
    {
        var shown = rows.Count <= most ? rows.Count : Math.Max(most - 1, 0);
        var more = shown < rows.Count
            ? [new Row(theme.Faint(ScreenTexts.AndMore(rows.Count - shown)))]
            : Array.Empty<Row>();
        return rows.Take(shown).Concat(more);
    }

    private static Row Line(ListedRoom room, int digits, bool isSelected, Theme theme, int cells)
    {
        var number = NumberOf(room.Number, digits, isSelected);
        var (count, countCells) = cells < WordsFrom ? (State(room), CountCells) : (InWords(room), CountInWordsCells);
        var name = Truncation.Pad(TerminalText.OneLine(room.Name.Text), NameCells(number, countCells, cells));
        var nameStyle = isSelected ? theme.Own(name) : room.IsFresh ? theme.Strong(name) : theme.Faint(name);
        return new Row(
            new TextSpan(number),
            Sign(room, theme),
            nameStyle,
            theme.Faint(Truncation.PadLeft(count, countCells)),
            theme.Faint("  " + TerminalText.OneLine($"{room.Address}")));
    }

    internal static string NumberOf(int number, int digits, bool isSelected) =>
        (isSelected ? "▸" : " ") + $"{number}".PadLeft(digits) + " ";

    /// <summary>Width of the names, so that the columns of both lists are aligned.</summary>
    internal static int NameCells(string number, int countCells, int cells) =>
        Math.Min(Math.Max(cells - number.Length - countCells - LongestAddress - 4, cells / 3), MaxNameCells);

    private static Row Short(ListedRoom room, bool isCurrent, Theme theme, int cells)
    {
        var number = $"{room.Number} ";
        var state = State(room) is { Length: > 0 } known ? $" {known}" : "";
        var nameCells = Math.Max(cells - number.Length - SignCells - state.Length, 0);
        var name = Truncation.Pad(TerminalText.OneLine(room.Name.Text), nameCells);
        var shown = isCurrent ? theme.Strong(name) : room.IsFresh ? new TextSpan(name) : theme.Faint(name);
        return new Row(new TextSpan(number), Sign(room, theme), shown, theme.Faint(state));
    }

    /// <summary>
    /// Member count, or seconds since the last announcement if the room is not fresh.
    /// </summary>
    private static string State(ListedRoom room) =>
        room.IsFresh ? $"{room.Members}" : $"{room.Silence.TotalSeconds:0} s";

    private static string InWords(ListedRoom room) =>
        room is { IsFresh: true, Members: { } members } ? MemberTexts.Here(members) : State(room);

    private static TextSpan Sign(ListedRoom room, Theme theme) => room.IsFresh ? new TextSpan("● ") : theme.Faint("○ ");
}

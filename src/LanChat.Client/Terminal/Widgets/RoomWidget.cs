using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Discovery;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// The rooms nearby with their number of members: with addresses in the join prompt, short beside
/// the transcript. A room whose announcements have stopped is faint, with a ring instead of a dot
/// and the time since the last announcement instead of the member count.
/// </summary>
internal static class RoomWidget
{
    private const int LongestAddress = 21;
    private const int CountCells = 6;
    private const int CountInWordsCells = 10;
    private const int WordsFrom = 56;
    private const int SignCells = 2;

    /// <summary>Number of rows of the list in the join prompt.</summary>
    public static int JoinPromptRows(IReadOnlyList<ListedRoom> rooms) => Math.Max(rooms.Count, 1) + 2;

    /// <summary>The list in the join prompt.</summary>
    /// <param name="selection">The rooms; the selected one is always visible.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="cells">Maximum width.</param>
    /// <param name="most">Maximum number of rows.</param>
    public static IReadOnlyList<Row> ForJoinPrompt(RoomSelection selection, Theme theme, int cells, int most)
    {
        var (rooms, digits) = (selection.Rooms, Digits(selection.Rooms));
        if (selection.Selected is not { } selected)
            return [Head(theme), new Row(theme.Faint($"  {ScreenTexts.Listening}"))];
        var skipped = Math.Max(rooms.Index().First(one => one.Item == selected).Index - Math.Max(most - 3, 0), 0);
        var rows = Listed(
            [.. rooms.Skip(skipped)],
            room => Line(room, digits, room == selected, theme, cells),
            theme,
            most - 1);
        return [Head(theme), .. rows];
    }

    /// <summary>The short list beside the transcript.</summary>
    /// <param name="rooms">In display order.</param>
    /// <param name="current">Number of the room in the active window.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="cells">Maximum width.</param>
    /// <param name="most">Maximum number of rows.</param>
    public static IReadOnlyList<Row> Beside(
        IReadOnlyList<ListedRoom> rooms,
        int current,
        Theme theme,
        int cells,
        int most) =>
    [
        Head(theme),
        .. Listed(rooms, room => Short(room, room.Number == current, theme, cells), theme, most - 1),
    ];

    private static Row Head(Theme theme) => new(theme.Faint(ScreenTexts.RoomsNearYou));

    private static int Digits(IReadOnlyList<ListedRoom> rooms) => rooms.Count == 0 ? 1 : $"{rooms[^1].Number}".Length;

    private static IEnumerable<Row> Listed(
        IReadOnlyList<ListedRoom> rooms,
        Func<ListedRoom, Row> line,
        Theme theme,
        int most)
    {
        var shown = rooms.Count <= most ? rooms.Count : Math.Max(most - 1, 0);
        var more = shown < rooms.Count
            ? [new Row(theme.Faint(ScreenTexts.AndMore(rooms.Count - shown)))]
            : Array.Empty<Row>();
        return rooms.Take(shown).Select(line).Concat(more);
    }

    private static Row Line(ListedRoom room, int digits, bool isSelected, Theme theme, int cells)
    {
        var number = (isSelected ? "▸" : " ") + $"{room.Number}".PadLeft(digits) + " ";
        var (count, countCells) = cells < WordsFrom ? (State(room), CountCells) : (InWords(room), CountInWordsCells);
        var nameCells = Math.Max(cells - number.Length - countCells - LongestAddress - 4, cells / 3);
        var name = Truncation.Pad(TerminalText.OneLine(room.Name.Text), Math.Min(nameCells, 40));
        var nameStyle = isSelected ? theme.Own(name) : room.IsFresh ? theme.Strong(name) : theme.Faint(name);
        return new Row(
            new TextSpan(number),
            Sign(room, theme),
            nameStyle,
            theme.Faint(Truncation.PadLeft(count, countCells)),
            theme.Faint("  " + TerminalText.OneLine($"{room.Address}")));
    }

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

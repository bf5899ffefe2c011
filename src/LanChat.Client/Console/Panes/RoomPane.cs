using LanChat.Client.Console.Screens;
using LanChat.Discovery;
using LanChat.Texts;

namespace LanChat.Client.Console.Panes;

/// <summary>
/// The rooms nearby and how many are in them: with their addresses to choose one, and in short beside the talk. A room that is not heard of
/// is faint, has a ring in place of a dot, and for how long in place of how many.
/// </summary>
internal static class RoomPane
{
    private const int LongestAddress = 21;
    private const int CountCells = 6;
    private const int SignCells = 2;

    /// <summary>How many rows the list takes to choose from.</summary>
    public static int ChoiceRows(IReadOnlyList<ListedRoom> rooms) => Math.Max(rooms.Count, 1) + 2;

    /// <param name="rooms">In the order to show.</param>
    /// <param name="ink">For their names.</param>
    /// <param name="cells">The most cells of a row.</param>
    /// <param name="most">The most rows.</param>
    public static IReadOnlyList<Row> ToChoose(IReadOnlyList<ListedRoom> rooms, Ink ink, int cells, int most)
    {
        var digits = Digits(rooms);
        return rooms.Count == 0
            ? [Head(ink), new Row(ink.Faint($"  {ScreenTexts.Listening}"))]
            : [Head(ink), .. Listed(rooms, room => Line(room, digits, ink, cells), ink, most - 1)];
    }

    /// <param name="rooms">In the order to show.</param>
    /// <param name="current">The address of the one the user is in.</param>
    /// <param name="ink">For their names.</param>
    /// <param name="cells">The most cells of a row.</param>
    /// <param name="most">The most rows.</param>
    public static IReadOnlyList<Row> Beside(IReadOnlyList<ListedRoom> rooms, string? current, Ink ink, int cells, int most) =>
    [
        Head(ink),
        .. Listed(rooms, room => Short(room, $"{room.Address}" == current, ink, cells), ink, most - 1),
    ];

    private static Row Head(Ink ink) => new(ink.Faint(ScreenTexts.RoomsNearYou));

    private static int Digits(IReadOnlyList<ListedRoom> rooms) => rooms.Count == 0 ? 1 : $"{rooms[^1].Number}".Length;

    private static IEnumerable<Row> Listed(IReadOnlyList<ListedRoom> rooms, Func<ListedRoom, Row> line, Ink ink, int most)
    {
        var shown = rooms.Count <= most ? rooms.Count : Math.Max(most - 1, 0);
        var more = shown < rooms.Count ? [new Row(ink.Faint(ScreenTexts.AndMore(rooms.Count - shown)))] : Array.Empty<Row>();
        return rooms.Take(shown).Select(line).Concat(more);
    }

    private static Row Line(ListedRoom room, int digits, Ink ink, int cells)
    {
        var number = $"{room.Number}".PadLeft(digits + 1) + " ";
        var nameCells = Math.Max(cells - number.Length - CountCells - LongestAddress - 4, cells / 3);
        var name = Fitting.Pad(TerminalText.OneLine(room.Name.Text), Math.Min(nameCells, 40));
        return new Row(
            new Piece(number), Sign(room, ink), room.IsFresh ? ink.Strong(name) : ink.Faint(name), ink.Faint(State(room).PadLeft(CountCells)),
            ink.Faint("  " + TerminalText.OneLine($"{room.Address}")));
    }

    private static Row Short(ListedRoom room, bool isCurrent, Ink ink, int cells)
    {
        var number = $"{room.Number} ";
        var state = State(room) is { Length: > 0 } known ? $" {known}" : "";
        var name = Fitting.Pad(TerminalText.OneLine(room.Name.Text), Math.Max(cells - number.Length - SignCells - state.Length, 0));
        var shown = isCurrent ? ink.Strong(name) : room.IsFresh ? new Piece(name) : ink.Faint(name);
        return new Row(new Piece(number), Sign(room, ink), shown, ink.Faint(state));
    }

    /// <summary>How many are in it or, of one that is not heard of, since when it is not.</summary>
    private static string State(ListedRoom room) => room.IsFresh ? $"{room.Members}" : $"{room.Silence.TotalSeconds:0} s";

    private static Piece Sign(ListedRoom room, Ink ink) => room.IsFresh ? new Piece("● ") : ink.Faint("○ ");
}

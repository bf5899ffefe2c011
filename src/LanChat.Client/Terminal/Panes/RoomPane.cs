using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Discovery;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Panes;

/// <summary>
/// The rooms nearby and how many are in them: with their addresses to choose one, and in short beside the talk. A room that is not heard of
/// is faint, has a ring in place of a dot, and for how long in place of how many.
/// </summary>
internal static class RoomPane
{
    private const int LongestAddress = 21;
    private const int CountCells = 6;
    private const int CountInWordsCells = 10;
    private const int WordsFrom = 56;
    private const int SignCells = 2;

    /// <summary>How many rows the list takes to choose from.</summary>
    public static int ChoiceRows(IReadOnlyList<ListedRoom> rooms) => Math.Max(rooms.Count, 1) + 2;

    /// <param name="choice">The rooms, and which of them is marked: it is in sight.</param>
    /// <param name="ink">For their names.</param>
    /// <param name="cells">The most cells of a row.</param>
    /// <param name="most">The most rows.</param>
    public static IReadOnlyList<Row> ToChoose(RoomChoice choice, Ink ink, int cells, int most)
    {
        var (rooms, digits) = (choice.Rooms, Digits(choice.Rooms));
        if (choice.Marked is not { } marked) return [Head(ink), new Row(ink.Faint($"  {ScreenTexts.Listening}"))];
        var hidden = Math.Max(rooms.Index().First(one => one.Item == marked).Index - Math.Max(most - 3, 0), 0);
        return [Head(ink), .. Listed([.. rooms.Skip(hidden)], room => Line(room, digits, room == marked, ink, cells), ink, most - 1)];
    }

    /// <param name="rooms">In the order to show.</param>
    /// <param name="current">The number of the one in sight.</param>
    /// <param name="ink">For their names.</param>
    /// <param name="cells">The most cells of a row.</param>
    /// <param name="most">The most rows.</param>
    public static IReadOnlyList<Row> Beside(IReadOnlyList<ListedRoom> rooms, int current, Ink ink, int cells, int most) =>
    [
        Head(ink),
        .. Listed(rooms, room => Short(room, room.Number == current, ink, cells), ink, most - 1),
    ];

    private static Row Head(Ink ink) => new(ink.Faint(ScreenTexts.RoomsNearYou));

    private static int Digits(IReadOnlyList<ListedRoom> rooms) => rooms.Count == 0 ? 1 : $"{rooms[^1].Number}".Length;

    private static IEnumerable<Row> Listed(IReadOnlyList<ListedRoom> rooms, Func<ListedRoom, Row> line, Ink ink, int most)
    {
        var shown = rooms.Count <= most ? rooms.Count : Math.Max(most - 1, 0);
        var more = shown < rooms.Count ? [new Row(ink.Faint(ScreenTexts.AndMore(rooms.Count - shown)))] : Array.Empty<Row>();
        return rooms.Take(shown).Select(line).Concat(more);
    }

    private static Row Line(ListedRoom room, int digits, bool isMarked, Ink ink, int cells)
    {
        var number = (isMarked ? "▸" : " ") + $"{room.Number}".PadLeft(digits) + " ";
        var (count, countCells) = cells < WordsFrom ? (State(room), CountCells) : (InWords(room), CountInWordsCells);
        var nameCells = Math.Max(cells - number.Length - countCells - LongestAddress - 4, cells / 3);
        var name = Fitting.Pad(TerminalText.OneLine(room.Name.Text), Math.Min(nameCells, 40));
        return new Row(
            new Piece(number), Sign(room, ink), isMarked ? ink.Own(name) : room.IsFresh ? ink.Strong(name) : ink.Faint(name),
            ink.Faint(Fitting.PadLeft(count, countCells)), ink.Faint("  " + TerminalText.OneLine($"{room.Address}")));
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

    private static string InWords(ListedRoom room) => room is { IsFresh: true, Members: { } members } ? MemberTexts.Here(members) : State(room);

    private static Piece Sign(ListedRoom room, Ink ink) => room.IsFresh ? new Piece("● ") : ink.Faint("○ ");
}

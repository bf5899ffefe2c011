using LanChat.Client.Discovery;

namespace LanChat.Client.Console;

/// <summary>The list of rooms as lines of the live region.</summary>
internal static class RoomLines
{
    private const int LongestAddress = 21;

    /// <param name="rooms">In the order to show.</param>
    /// <param name="ink">For their names.</param>
    /// <param name="cells">The most cells of a line.</param>
    /// <param name="most">The most lines.</param>
    public static IReadOnlyList<RegionLine> Of(IReadOnlyList<ListedRoom> rooms, Ink ink, int cells, int most)
    {
        if (rooms.Count == 0) return [Styled("Listening for rooms …", ink.Faint, cells)];
        var shown = rooms.Count <= most - 1 ? rooms.Count : Math.Max(most - 2, 0);
        var digits = rooms[^1].Number.ToString().Length;
        return
        [
            Styled("Rooms near you:", ink.Faint, cells),
            .. rooms.Take(shown).Select(room => Line(room, digits, ink, cells)),
            .. shown < rooms.Count ? [Styled($"… and {rooms.Count - shown} more", ink.Faint, cells)] : Array.Empty<RegionLine>(),
        ];
    }

    private static RegionLine Line(ListedRoom room, int digits, Ink ink, int cells)
    {
        var number = room.Number.ToString().PadLeft(digits + 1) + "  ";
        var nameCells = Math.Max(cells - number.Length - LongestAddress - 2, cells / 3);
        var name = Fitting.Pad(TerminalText.OneLine(room.Name.Text), Math.Min(nameCells, 40));
        var taken = number.Length + CellWidth.Of(name);
        var address = Fitting.Fit("  " + TerminalText.OneLine(room.Address.ToString()), Math.Max(cells - taken, 0));
        return new RegionLine(number + ink.Strong(name) + ink.Faint(address), taken + CellWidth.Of(address));
    }

    private static RegionLine Styled(string text, Func<string, string> style, int cells)
    {
        var fitting = Fitting.Fit(text, cells);
        return new RegionLine(style(fitting), CellWidth.Of(fitting));
    }
}

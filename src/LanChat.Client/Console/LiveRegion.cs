using System.Text;

namespace LanChat.Client.Console;

/// <summary>
/// The last lines of the screen, which are drawn anew with every change, while what is printed scrolls up above them and stays. Knows what
/// of it is on the screen, and makes each change one piece of text for the terminal.
/// </summary>
internal sealed class LiveRegion
{
    private const string HideCursor = "\e[?25l";
    private const string ShowCursor = "\e[?25h";
    private const string EraseBelow = "\e[J";

    private IReadOnlyList<int> _cells = [];
    private int _cursor;

    /// <param name="printed">Goes above the region, for good.</param>
    /// <param name="lines">The region; each line fits into the width.</param>
    /// <param name="cursor">The cell of the last line where the cursor stands.</param>
    /// <param name="width">The terminal's, which may have changed since.</param>
    public string Draw(IEnumerable<string> printed, IReadOnlyList<RegionLine> lines, int cursor, int width)
    {
        var frame = new StringBuilder(HideCursor).Append(ToStart(width)).Append(EraseBelow);
        foreach (var line in printed) frame.Append(line).Append("\r\n");
        frame.AppendJoin("\r\n", lines.Select(line => line.Text)).Append('\r');
        if (cursor > 0) frame.Append($"\e[{cursor}C");
        (_cells, _cursor) = ([.. lines.Select(line => line.Cells)], cursor);
        return frame.Append(ShowCursor).ToString();
    }

    /// <summary>Takes the region away; what is printed next stands in its place.</summary>
    public string Erase(IEnumerable<string> printed, int width) => Draw(printed, [], 0, width);

    /// <summary>A terminal that got narrower has wrapped the lines: then each takes more rows than one.</summary>
    private string ToStart(int width)
    {
        var rows = _cells.SkipLast(1).Sum(cells => Math.Max(1, (cells + width - 1) / width)) + (_cursor / width);
        return rows > 0 ? $"\r\e[{rows}A" : "\r";
    }
}

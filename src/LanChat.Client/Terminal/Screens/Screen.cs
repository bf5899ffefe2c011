using System.Text;

namespace LanChat.Client.Terminal.Screens;

/// <summary>
/// Remembers the content of every row and returns each frame as one text with the rows that
/// changed. Positions every widget explicitly, so that a character whose width the terminal sees
/// differently shifts no other widget.
/// </summary>
internal sealed class Screen
{
    private const string EraseRow = "\e[2K";
    private const string EraseAll = "\e[0m\e[2J";
    private const string HideCursor = "\e[?25l";
    private const string ShowCursor = "\e[?25h";

    private string[] _shown = [];
    private (int Width, int Height) _size;

    /// <param name="widgets">The widgets with their rectangles; rows outside are clipped.</param>
    /// <param name="cursor">Position of the cursor.</param>
    /// <param name="width">Width of the terminal; a change redraws everything.</param>
    /// <param name="height">Height of the terminal; a change redraws everything.</param>
    public string Draw(
        IReadOnlyList<(Rectangle Place, IReadOnlyList<Row> Rows)> widgets,
        (int Cell, int Row) cursor,
        int width,
        int height)
    {
        var frame = new StringBuilder(HideCursor);
        if (_size != (width, height))
        {
            _size = (width, height);
            _shown = new string[height];
            Array.Fill(_shown, "");
            frame.Append(EraseAll);
        }

        for (var at = 0; at < height; at++)
        {
            var row = RowAt(widgets, at);
            if (row == _shown[at]) continue;
            frame.Append(To(0, at)).Append(EraseRow).Append(row);
            _shown[at] = row;
        }

        frame.Append(To(Math.Min(cursor.Cell, width - 1), Math.Min(cursor.Row, height - 1))).Append(ShowCursor);
        return frame.ToString();
    }

    /// <summary>Forces a full redraw with the next frame.</summary>
    public void Invalidate() => _size = default;

    private static string RowAt(IReadOnlyList<(Rectangle Place, IReadOnlyList<Row> Rows)> widgets, int at)
    {
        var row = new StringBuilder();
        foreach (var (place, rows) in widgets)
        {
            if (place.IsEmpty || at < place.Top || at >= place.Bottom || at - place.Top >= rows.Count) continue;
            var text = rows[at - place.Top].Fit(place.Width).ToAnsi();
            if (text.Length > 0) row.Append(To(place.Left, at)).Append(text);
        }

        return row.ToString();
    }

    private static string To(int cell, int row) => $"\e[{row + 1};{cell + 1}H";
}

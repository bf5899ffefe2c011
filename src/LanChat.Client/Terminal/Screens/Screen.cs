using System.Text;

namespace LanChat.Client.Terminal.Screens;

/// <summary>
/// The whole screen. Knows what stands in each row of it, and makes each change one piece of text for the terminal: only rows that are not
/// what they were are written. Every pane is put where it belongs by itself: a terminal that takes a character for wider or narrower than
/// it is moves no other pane.
/// </summary>
internal sealed class Screen
{
    private const string EraseRow = "\e[2K";
    private const string EraseAll = "\e[0m\e[2J";
    private const string HideCursor = "\e[?25l";
    private const string ShowCursor = "\e[?25h";

    private string[] _shown = [];
    private (int Width, int Height) _size;

    /// <param name="panes">What to show where; rows beyond a rectangle are left out.</param>
    /// <param name="cursor">The cell and row where the cursor stands.</param>
    /// <param name="width">The terminal's, which may have changed since.</param>
    /// <param name="height">The same.</param>
    public string Draw(IReadOnlyList<(Rectangle Place, IReadOnlyList<Row> Rows)> panes, (int Cell, int Row) cursor, int width, int height)
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
            var row = RowAt(panes, at);
            if (row == _shown[at]) continue;
            frame.Append(To(0, at)).Append(EraseRow).Append(row);
            _shown[at] = row;
        }

        return frame.Append(To(Math.Min(cursor.Cell, width - 1), Math.Min(cursor.Row, height - 1))).Append(ShowCursor).ToString();
    }

    /// <summary>Whatever stands on the terminal, it is all drawn the next time.</summary>
    public void Forget() => _size = default;

    private static string RowAt(IReadOnlyList<(Rectangle Place, IReadOnlyList<Row> Rows)> panes, int at)
    {
        var row = new StringBuilder();
        foreach (var (place, rows) in panes)
        {
            if (place.IsEmpty || at < place.Top || at >= place.Bottom || at - place.Top >= rows.Count) continue;
            var text = rows[at - place.Top].Fit(place.Width).ToAnsi();
            if (text.Length > 0) row.Append(To(place.Left, at)).Append(text);
        }

        return row.ToString();
    }

    private static string To(int cell, int row) => $"\e[{row + 1};{cell + 1}H";
}

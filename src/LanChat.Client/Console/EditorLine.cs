using System.Globalization;
using System.Text;

namespace LanChat.Client.Console;

/// <summary>The prompt and what is being typed, as one line that fits; a longer text is scrolled so that the cursor can be seen.</summary>
/// <param name="Text">What to show.</param>
/// <param name="Cursor">The cell of it where the cursor stands.</param>
internal sealed record EditorLine(string Text, int Cursor)
{
    /// <param name="prompt">Takes at most half of the line.</param>
    /// <param name="text">What is being typed.</param>
    /// <param name="cursor">An index into it.</param>
    /// <param name="cells">How many cells there are; one of them is left free for the cursor at the end.</param>
    public static EditorLine Of(string prompt, string text, int cursor, int cells)
    {
        var shownPrompt = Fitting.Fit(prompt, cells / 2);
        var promptCells = CellWidth.Of(shownPrompt);
        var room = Math.Max(cells - promptCells - 1, 1);
        var clusters = Clusters(text);
        var cursorCell = clusters.TakeWhile(cluster => cluster.Start < cursor).Sum(cluster => cluster.Cells);

        // In steps of half a line, so that the text does not move with every key.
        var step = Math.Max(room / 2, 1);
        var scroll = cursorCell <= room ? 0 : (cursorCell - room + step - 1) / step * step;
        var (shown, at, hidden) = (new StringBuilder(shownPrompt), 0, 0);
        foreach (var cluster in clusters)
        {
            if (at < scroll) hidden = at + cluster.Cells;
            else if (at + cluster.Cells - hidden > room) break;
            else shown.Append(cluster.Shown);
            at += cluster.Cells;
        }

        return new EditorLine(shown.ToString(), promptCells + cursorCell - hidden);
    }

    private static List<(int Start, string Shown, int Cells)> Clusters(string text)
    {
        var clusters = new List<(int, string, int)>();
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            var shown = TerminalText.OneLine(text.Substring(at, length));
            clusters.Add((at, shown, CellWidth.Of(shown)));
            at += length;
        }

        return clusters;
    }
}

using System.Globalization;
using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// The prompt and the text being typed, wrapped; scrolls to the cursor if there are too many rows.
/// </summary>
/// <param name="Rows">The visible rows.</param>
/// <param name="Cell">Column of the cursor.</param>
/// <param name="Row">Row of the cursor, an index into <paramref name="Rows"/>.</param>
internal sealed record EditorWidget(IReadOnlyList<Row> Rows, int Cell, int Row)
{
    /// <param name="prompt">
    /// Takes at most half of the row; later rows are indented by its width.
    /// </param>
    /// <param name="text">The text being typed.</param>
    /// <param name="cursor">An index into <paramref name="text"/>.</param>
    /// <param name="cells">Width of a row; one cell stays free for the cursor at the end.</param>
    /// <param name="most">Maximum number of rows.</param>
    public static EditorWidget Of(string prompt, string text, int cursor, int cells, int most)
    {
        var shownPrompt = Truncation.Fit(prompt, cells / 2);
        var indent = CellWidth.Of(shownPrompt);
        var room = Math.Max(cells - indent - 1, 1);
        var (lines, line, taken) = (new List<string>(), "", 0);
        var (cell, row) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            var isBreak = text[at] == '\n';
            var shown = text[at] switch
            {
                '\n' => "",
                '\t' => TerminalText.Tab,
                _ => TerminalText.OneLine(text.Substring(at, length)),
            };
            var width = CellWidth.Of(shown);
            if (taken > 0 && taken + width > room) EndLine();
            if (at <= cursor) (cell, row) = (taken, lines.Count);
            (line, taken, at) = (line + shown, taken + width, at + length);
            if (isBreak) EndLine();
        }

        if (cursor == text.Length) (cell, row) = (taken, lines.Count);
        lines.Add(line);
        var first = Math.Clamp(row - most + 1, 0, Math.Max(lines.Count - most, 0));
        var rows = lines.Select((one, at) => new Row(
            new TextSpan(at == 0 ? shownPrompt : new string(' ', indent)),
            new TextSpan(one)));
        return new EditorWidget([.. rows.Skip(first).Take(most)], indent + cell, row - first);

        void EndLine()
        {
            lines.Add(line);
            (line, taken) = ("", 0);
        }
    }
}

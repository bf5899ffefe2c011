using System.Globalization;
using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Terminal.Panes;

/// <summary>The prompt and what is being typed, in as many rows as it takes; of more than there are, those about the cursor are shown.</summary>
/// <param name="Rows">What to show.</param>
/// <param name="Cell">Where the cursor stands.</param>
/// <param name="Row">In which of the rows.</param>
internal sealed record EditorPane(IReadOnlyList<Row> Rows, int Cell, int Row)
{
    /// <param name="prompt">Takes at most half of a row; text below the first row stands below its text.</param>
    /// <param name="text">What is being typed.</param>
    /// <param name="cursor">An index into it.</param>
    /// <param name="cells">How many cells a row has; one of them is left free for the cursor at the end.</param>
    /// <param name="most">The most rows.</param>
    public static EditorPane Of(string prompt, string text, int cursor, int cells, int most)
    {
        var shownPrompt = Fitting.Fit(prompt, cells / 2);
        var indent = CellWidth.Of(shownPrompt);
        var room = Math.Max(cells - indent - 1, 1);
        var (lines, line, taken) = (new List<string>(), "", 0);
        var (cell, row) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            var isBreak = text[at] == '\n';
            var shown = text[at] switch { '\n' => "", '\t' => TerminalText.Tab, _ => TerminalText.OneLine(text.Substring(at, length)) };
            var width = CellWidth.Of(shown);
            if (taken > 0 && taken + width > room) EndLine();
            if (at <= cursor) (cell, row) = (taken, lines.Count);
            (line, taken, at) = (line + shown, taken + width, at + length);
            if (isBreak) EndLine();
        }

        if (cursor == text.Length) (cell, row) = (taken, lines.Count);
        lines.Add(line);
        var first = Math.Clamp(row - most + 1, 0, Math.Max(lines.Count - most, 0));
        var rows = lines.Select((one, at) => new Row(new Piece(at == 0 ? shownPrompt : new string(' ', indent)), new Piece(one)));
        return new EditorPane([.. rows.Skip(first).Take(most)], indent + cell, row - first);

        void EndLine()
        {
            lines.Add(line);
            (line, taken) = ("", 0);
        }
    }
}

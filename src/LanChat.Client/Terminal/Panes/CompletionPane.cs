using LanChat.Client.Display;
using LanChat.Client.Terminal.Input;
using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Terminal.Panes;

/// <summary>The list of what may be completed.</summary>
internal static class CompletionPane
{
    /// <param name="completion">What to show.</param>
    /// <param name="ink">For the marked one.</param>
    /// <param name="cells">The most cells of a row.</param>
    /// <param name="most">The most rows.</param>
    public static IReadOnlyList<Row> Of(Completion completion, Ink ink, int cells, int most)
    {
        var labels = completion.Shown.Select(one => TerminalText.OneLine(one.Label)).ToArray();
        var longest = labels.Select(CellWidth.Of).DefaultIfEmpty().Max();
        var rows = labels.Select((label, at) => RowOf(label, at)).ToArray();
        return [.. rows.Skip(Math.Max(completion.Marked - most + 1, 0)).Take(most)];

        // The hint comes last: emoji are of doubtful width, and what stands behind them may not stand where it should.
        Row RowOf(string label, int at)
        {
            var isMarked = at == completion.Marked;
            var hint = completion.Shown[at].Hint;
            var text = hint.Length > 0 ? $"{Fitting.Pad(label, longest)}  {hint}" : label;
            var fitting = Fitting.Fit($"{(isMarked ? '▸' : ' ')} {text}", cells);
            return new Row(isMarked ? ink.Strong(fitting) : new Piece(fitting));
        }
    }
}

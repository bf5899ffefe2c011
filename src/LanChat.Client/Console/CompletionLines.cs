namespace LanChat.Client.Console;

/// <summary>The list of completions as lines of the live region.</summary>
internal static class CompletionLines
{
    /// <param name="completion">What to show.</param>
    /// <param name="ink">For the marked one.</param>
    /// <param name="cells">The most cells of a line.</param>
    /// <param name="most">The most lines.</param>
    public static IReadOnlyList<RegionLine> Of(Completion completion, Ink ink, int cells, int most)
    {
        var labels = completion.Shown.Select(one => TerminalText.OneLine(one.Label)).ToArray();
        var longest = labels.Select(CellWidth.Of).DefaultIfEmpty().Max();
        var lines = labels.Select((label, at) => Line(label, at)).ToArray();
        return [.. lines.Skip(Math.Max(completion.Marked - most + 1, 0)).Take(most)];

        // The hint comes last: emoji are of doubtful width, and what stands behind them may not stand where it should.
        RegionLine Line(string label, int at)
        {
            var isMarked = at == completion.Marked;
            var hint = completion.Shown[at].Hint;
            var text = hint.Length > 0 ? $"{Fitting.Pad(label, longest)}  {hint}" : label;
            var fitting = Fitting.Fit($"{(isMarked ? '▸' : ' ')} {text}", cells);
            return new RegionLine(isMarked ? ink.Strong(fitting) : fitting, CellWidth.Of(fitting));
        }
    }
}

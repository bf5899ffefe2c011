using LanChat.Client.Display;
using LanChat.Client.Terminal.Input;
using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>Draws the completion list.</summary>
internal static class CompletionWidget
{
    /// <param name="completion">The list.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="cells">Maximum width.</param>
    /// <param name="most">Maximum number of rows.</param>
    public static IReadOnlyList<Row> Of(Completion completion, Theme theme, int cells, int most)
    {
        var labels = completion.Shown.Select(one => TerminalText.OneLine(one.Label)).ToArray();
        var longest = labels.Select(CellWidth.Of).DefaultIfEmpty().Max();
        var rows = labels.Select((label, at) => RowOf(label, at)).ToArray();
        return [.. rows.Skip(Math.Max(completion.Selected - most + 1, 0)).Take(most)];

        // The hint comes last: emoji are of uncertain width and would misalign what follows.
        Row RowOf(string label, int at)
        {
            var isSelected = at == completion.Selected;
            var hint = completion.Shown[at].Hint;
            var text = hint.Length > 0 ? $"{Truncation.Pad(label, longest)}  {hint}" : label;
            var fitting = Truncation.Fit($"{(isSelected ? '▸' : ' ')} {text}", cells);
            return new Row(isSelected ? theme.Strong(fitting) : new TextSpan(fitting));
        }
    }
}

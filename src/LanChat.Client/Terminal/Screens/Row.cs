using System.Text;
using LanChat.Client.Display;

namespace LanChat.Client.Terminal.Screens;

/// <summary>The content of one row of a widget.</summary>
internal sealed class Row(params IReadOnlyList<TextSpan> spans)
{
    public static readonly Row Empty = new();
    private const string EndOfLink = "\e]8;;\e\\";

    public IReadOnlyList<TextSpan> Spans { get; } = spans;

    /// <summary>The text without styles.</summary>
    public string Text => string.Concat(Spans.Select(span => span.Text));

    public int Cells => Spans.Sum(span => CellWidth.Of(span.Text));

    /// <summary>Truncates the row with an ellipsis if it is too wide.</summary>
    public Row Fit(int cells)
    {
        if (Cells <= cells) return this;
        var (fitting, left) = (new List<TextSpan>(), cells);
        foreach (var span in Spans)
        {
            // Reserves one cell for the ellipsis, also when only the next span does not fit.
            var taken = CellWidth.Of(span.Text);
            if (taken >= left)
            {
                fitting.Add(span with { Text = Truncation.Fit(span.Text + "…", left) });
                break;
            }

            fitting.Add(span);
            left -= taken;
        }

        return new Row(fitting);
    }

    /// <summary>Truncates or pads the row to an exact width.</summary>
    public Row Pad(int cells, string style = "")
    {
        var fitting = Fit(cells);
        var missing = cells - fitting.Cells;
        return missing == 0 ? fitting : new Row([.. fitting.Spans, new TextSpan(new string(' ', missing), style)]);
    }

    /// <summary>
    /// The row with escape sequences; all styles and links are closed at its end.
    /// </summary>
    public string ToAnsi()
    {
        var ansi = new StringBuilder();
        foreach (var (text, style, link) in Spans)
        {
            if (link.Length > 0) ansi.Append(LinkTo(link));
            if (style.Length == 0) ansi.Append(text);
            else ansi.Append($"\e[{style}m").Append(text).Append("\e[0m");
            if (link.Length > 0) ansi.Append(EndOfLink);
        }

        return ansi.ToString();
    }

    /// <summary>
    /// Opens an OSC 8 hyperlink. The id makes the parts of a wrapped link one link.
    /// </summary>
    private static string LinkTo(string link) => $"\e]8;id={Fnv.Of(link):x8};{Links.Encoded(link)}\e\\";
}

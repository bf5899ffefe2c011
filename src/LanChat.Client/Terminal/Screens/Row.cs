using System.Text;
using LanChat.Client.Display;

namespace LanChat.Client.Terminal.Screens;

/// <summary>What stands in one row of a pane.</summary>
internal sealed class Row(params IReadOnlyList<Piece> pieces)
{
    public static readonly Row Empty = new();
    private const string EndOfLink = "\e]8;;\e\\";

    public IReadOnlyList<Piece> Pieces { get; } = pieces;

    /// <summary>Without its styles.</summary>
    public string Text => string.Concat(Pieces.Select(piece => piece.Text));

    public int Cells => Pieces.Sum(piece => CellWidth.Of(piece.Text));

    /// <summary>The row, or its beginning and an ellipsis.</summary>
    public Row Fit(int cells)
    {
        if (Cells <= cells) return this;
        var (fitting, left) = (new List<Piece>(), cells);
        foreach (var piece in Pieces)
        {
            // One cell is kept for the ellipsis, also when the next piece is the one that does not fit.
            var taken = CellWidth.Of(piece.Text);
            if (taken >= left)
            {
                fitting.Add(piece with { Text = Fitting.Fit(piece.Text + "…", left) });
                break;
            }

            fitting.Add(piece);
            left -= taken;
        }

        return new Row(fitting);
    }

    /// <summary>The row, made just as wide with spaces of a style.</summary>
    public Row Pad(int cells, string style = "")
    {
        var fitting = Fit(cells);
        var missing = cells - fitting.Cells;
        return missing == 0 ? fitting : new Row([.. fitting.Pieces, new Piece(new string(' ', missing), style)]);
    }

    /// <summary>As a terminal takes it; ends in no style and no link.</summary>
    public string ToAnsi()
    {
        var ansi = new StringBuilder();
        foreach (var (text, style, link) in Pieces)
        {
            if (link.Length > 0) ansi.Append(LinkTo(link));
            if (style.Length == 0) ansi.Append(text);
            else ansi.Append($"\e[{style}m").Append(text).Append("\e[0m");
            if (link.Length > 0) ansi.Append(EndOfLink);
        }

        return ansi.ToString();
    }

    /// <summary>OSC 8, as terminals have it that open what is clicked. What belongs together has one id, so that its rows are one link.</summary>
    private static string LinkTo(string link) => $"\e]8;id={Fnv.Of(link):x8};{Links.Encoded(link)}\e\\";
}

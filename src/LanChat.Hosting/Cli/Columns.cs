using System.Text;

namespace LanChat.Cli;

/// <summary>
/// Formats text in two columns and wraps it at the width of the terminal: at spaces, and between
/// any two wide (Chinese) characters.
/// </summary>
internal static class Columns
{
    private const int Gap = 2;
    private const int LeastCells = 20;
    private const char FirstWide = '\u2E80';
    private const string NeverFirst = "，。；：、！？）”’";

    public static string Of(IReadOnlyList<(string Left, string? Right)> rows)
    {
        var left = rows.Max(row => row.Left.Length) + Gap;
        return string.Concat(rows.Select(
            row => $"{new string(' ', Gap)}{row.Left.PadRight(left)}{Wrap(row.Right ?? "", left + Gap)}\n"));
    }

    /// <summary>
    /// Wraps a text; indents all lines but the first by <paramref name="indent"/>.
    /// </summary>
    public static string Wrap(string text, int indent) =>
        Wrap(text, indent, Console.IsOutputRedirected ? int.MaxValue : Console.WindowWidth);

    internal static string Wrap(string text, int indent, int width)
    {
        var most = Math.Max(width - indent, LeastCells);
        var (wrapped, used) = (new StringBuilder(), 0);
        foreach (var piece in Pieces(text))
        {
            var cells = Cells(piece.TrimEnd());
            if (used > 0 && used + cells > most)
            {
                wrapped.Length -= wrapped[^1] == ' ' ? 1 : 0;
                wrapped.Append('\n').Append(' ', indent);
                used = 0;
            }

            wrapped.Append(piece);
            used += Cells(piece);
        }

        return wrapped.ToString();
    }

    /// <summary>
    /// Splits a text into units that are never wrapped: a word with the space after it, or a wide
    /// character with the punctuation after it.
    /// </summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            var mayPart = text[at - 1] == ' ' || IsWide(text[at - 1]) || IsWide(text[at]);
            if (!mayPart || NeverFirst.Contains(text[at]) || text[at] == ' ') continue;
            yield return text[start..at];
            start = at;
        }

        if (start < text.Length) yield return text[start..];
    }

    private static bool IsWide(char unit) => unit >= FirstWide || NeverFirst.Contains(unit);

    private static int Cells(string text) => text.Sum(unit => unit >= FirstWide ? 2 : 1);
}

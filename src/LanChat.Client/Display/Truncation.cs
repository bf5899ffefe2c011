using System.Globalization;

namespace LanChat.Client.Display;

/// <summary>Truncates and pads text to a number of cells.</summary>
internal static class Truncation
{
    private const string Ellipsis = "…";

    /// <summary>Truncates the text with an ellipsis.</summary>
    public static string Fit(string text, int cells)
    {
        if (CellWidth.Of(text) <= cells) return text;
        if (cells < 1) return "";
        var (end, taken) = (0, 0);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(end));
            taken += CellWidth.OfCluster(text.AsSpan(end, length));
            if (taken > cells - 1) break;
            end += length;
        }

        return text[..end] + Ellipsis;
    }

    /// <summary>Truncates the text, or pads it with spaces at the end.</summary>
    public static string Pad(string text, int cells)
    {
        var fitting = Fit(text, cells);
        return fitting + new string(' ', cells - CellWidth.Of(fitting));
    }

    /// <summary>Truncates the text, or pads it with spaces at the start.</summary>
    public static string PadLeft(string text, int cells)
    {
        var fitting = Fit(text, cells);
        return new string(' ', cells - CellWidth.Of(fitting)) + fitting;
    }
}

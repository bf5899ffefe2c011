using System.Globalization;

namespace LanChat.Client.Display;

/// <summary>Makes text fit into so many cells.</summary>
internal static class Fitting
{
    private const string Ellipsis = "…";

    /// <summary>The text, or its beginning and an ellipsis.</summary>
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

    /// <summary>The text, made just as wide with spaces.</summary>
    public static string Pad(string text, int cells)
    {
        var fitting = Fit(text, cells);
        return fitting + new string(' ', cells - CellWidth.Of(fitting));
    }

    /// <summary>The text, made just as wide with spaces before it.</summary>
    public static string PadLeft(string text, int cells)
    {
        var fitting = Fit(text, cells);
        return new string(' ', cells - CellWidth.Of(fitting)) + fitting;
    }
}

using System.Globalization;
using LanChat.Client.Display;

namespace LanChat.Client.Terminal.Screens;

/// <summary>
/// Wraps a line into rows: between words, or between any two CJK characters; a word longer than a
/// row is split.
/// </summary>
internal static class Wrapping
{
    private const string NeverFirst = "，。！？；：、）」』】》〉…”’,.!?;:)]}";
    private const string NeverLast = "（「『【《〈“‘([{";

    private readonly record struct Cluster(string Text, int Cells, string Style, string Link)
    {
        public bool IsSpace => Text == " ";
    }

    /// <param name="line">The line.</param>
    /// <param name="cells">
    /// Maximum width, at least 1; a row with a single wide character may take 2.
    /// </param>
    /// <param name="indent">
    /// Indentation of the rows after the first; ignored if the rows are too narrow.
    /// </param>
    public static IReadOnlyList<Row> Of(IReadOnlyList<TextSpan> line, int cells, int indent = 0)
    {
        var clusters = Clusters(line);
        if (indent > cells / 2) indent = 0;
        var rows = new List<Row>();
        var start = 0;
        do
        {
            var end = EndOfRow(clusters, start, rows.Count == 0 ? cells : cells - indent, cells - indent);
            var shown = clusters.AsSpan(start, end - start);
            rows.Add(RowOf(end < clusters.Length ? WithoutSpacesAtEnd(shown) : shown, rows.Count == 0 ? 0 : indent));
            for (start = end; start < clusters.Length && clusters[start].IsSpace;) start++;
        }
        while (start < clusters.Length);

        return rows;
    }

    private static int EndOfRow(Cluster[] clusters, int start, int cells, int cellsOfNext)
    {
        var (end, taken, breakAt, begun) = (start, 0, start, false);
        while (end < clusters.Length && taken + clusters[end].Cells <= cells)
        {
            taken += clusters[end++].Cells;
            begun |= !clusters[end - 1].IsSpace;
            if (begun && CanBreak(clusters, end)) breakAt = end;
        }

        if (end == clusters.Length || clusters[end].IsSpace) return end;
        return breakAt > start && WordCells(clusters, breakAt) <= cellsOfNext ? breakAt : Math.Max(end, start + 1);
    }

    private static Span<Cluster> WithoutSpacesAtEnd(Span<Cluster> clusters)
    {
        while (clusters is [.., { IsSpace: true }]) clusters = clusters[..^1];
        return clusters;
    }

    private static int WordCells(Cluster[] clusters, int start)
    {
        var (end, taken) = (start, 0);
        do taken += clusters[end++].Cells;
        while (end < clusters.Length && !clusters[end].IsSpace && !CanBreak(clusters, end));

        return taken;
    }

    /// <summary>Whether a row may break before this cluster.</summary>
    private static bool CanBreak(Cluster[] clusters, int at)
    {
        if (at >= clusters.Length) return true;
        var (before, after) = (clusters[at - 1], clusters[at]);
        if (before.IsSpace) return true;
        return (before.Cells == 2 || after.Cells == 2) && !NeverFirst.Contains(after.Text, StringComparison.Ordinal)
            && !NeverLast.Contains(before.Text, StringComparison.Ordinal);
    }

    private static Row RowOf(ReadOnlySpan<Cluster> clusters, int indent)
    {
        var spans = new List<TextSpan>();
        if (indent > 0) spans.Add(new TextSpan(new string(' ', indent)));
        for (var at = 0; at < clusters.Length;)
        {
            var (from, style, link) = (at, clusters[at].Style, clusters[at].Link);
            while (at < clusters.Length && clusters[at].Style == style && clusters[at].Link == link) at++;
            var text = string.Concat(clusters[from..at].ToArray().Select(cluster => cluster.Text));
            spans.Add(new TextSpan(text, style, link));
        }

        return new Row(spans);
    }

    private static Cluster[] Clusters(IReadOnlyList<TextSpan> line)
    {
        var clusters = new List<Cluster>();
        foreach (var (text, style, link) in line)
        {
            for (var at = 0; at < text.Length;)
            {
                var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
                var width = CellWidth.OfCluster(text.AsSpan(at, length));
                clusters.Add(new Cluster(text.Substring(at, length), width, style, link));
                at += length;
            }
        }

        return [.. clusters];
    }
}

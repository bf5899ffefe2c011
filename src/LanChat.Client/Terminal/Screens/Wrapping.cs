using System.Globalization;
using LanChat.Client.Display;

namespace LanChat.Client.Terminal.Screens;

/// <summary>Parts a line into rows: between words, or anywhere in Chinese; a word longer than a row is cut where the row ends.</summary>
internal static class Wrapping
{
    private const string NeverFirst = "，。！？；：、）」』】》〉…”’,.!?;:)]}";
    private const string NeverLast = "（「『【《〈“‘([{";

    private readonly record struct Cluster(string Text, int Cells, string Style, string Link)
    {
        public bool IsSpace => Text == " ";
    }

    /// <param name="line">What to wrap.</param>
    /// <param name="cells">The most cells of a row, 1 or more; a row that holds a single wide character may take 2.</param>
    /// <param name="indent">How many cells the rows after the first begin with; not kept to where the rows are too narrow for it.</param>
    public static IReadOnlyList<Row> Of(IReadOnlyList<Piece> line, int cells, int indent = 0)
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
        var (end, taken, parting, begun) = (start, 0, start, false);
        while (end < clusters.Length && taken + clusters[end].Cells <= cells)
        {
            taken += clusters[end++].Cells;
            begun |= !clusters[end - 1].IsSpace;
            if (begun && MayPart(clusters, end)) parting = end;
        }

        if (end == clusters.Length || clusters[end].IsSpace) return end;
        return parting > start && WordCells(clusters, parting) <= cellsOfNext ? parting : Math.Max(end, start + 1);
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
        while (end < clusters.Length && !clusters[end].IsSpace && !MayPart(clusters, end));

        return taken;
    }

    /// <summary>Whether a row may end before this one.</summary>
    private static bool MayPart(Cluster[] clusters, int at)
    {
        if (at >= clusters.Length) return true;
        var (before, after) = (clusters[at - 1], clusters[at]);
        if (before.IsSpace) return true;
        return (before.Cells == 2 || after.Cells == 2) && !NeverFirst.Contains(after.Text, StringComparison.Ordinal)
            && !NeverLast.Contains(before.Text, StringComparison.Ordinal);
    }

    private static Row RowOf(ReadOnlySpan<Cluster> clusters, int indent)
    {
        var pieces = new List<Piece>();
        if (indent > 0) pieces.Add(new Piece(new string(' ', indent)));
        for (var at = 0; at < clusters.Length;)
        {
            var (from, style, link) = (at, clusters[at].Style, clusters[at].Link);
            while (at < clusters.Length && clusters[at].Style == style && clusters[at].Link == link) at++;
            pieces.Add(new Piece(string.Concat(clusters[from..at].ToArray().Select(cluster => cluster.Text)), style, link));
        }

        return new Row(pieces);
    }

    private static Cluster[] Clusters(IReadOnlyList<Piece> line)
    {
        var clusters = new List<Cluster>();
        foreach (var (text, style, link) in line)
        {
            for (var at = 0; at < text.Length;)
            {
                var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
                clusters.Add(new Cluster(text.Substring(at, length), CellWidth.OfCluster(text.AsSpan(at, length)), style, link));
                at += length;
            }
        }

        return [.. clusters];
    }
}

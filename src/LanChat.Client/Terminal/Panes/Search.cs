using System.Globalization;
using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Terminal.Panes;

/// <summary>A text that is looked for in the talk, and the entries it stands in, by their places there.</summary>
internal sealed class Search
{
    private readonly List<int> _hits;
    private int _older;

    /// <param name="text">In capitals or not; not empty.</param>
    /// <param name="entries">All there are.</param>
    public Search(string text, IReadOnlyList<Entry> entries)
    {
        Text = text;
        _hits = [.. Enumerable.Range(0, entries.Count).Where(at => IsHit(entries[at]))];
    }

    public string Text { get; }

    public int Count => _hits.Count;

    /// <summary>Which of the hits is looked at, counted from the newest, which is 1.</summary>
    public int Position => _older + 1;

    /// <summary>The entry that is looked at; null when nothing was found.</summary>
    public int? Current => _hits.Count > 0 ? _hits[^Position] : null;

    /// <summary>The same text in a talk that has gone on meanwhile, one hit older than this one, or at the newest if there is none.</summary>
    public Search GoOnIn(IReadOnlyList<Entry> entries)
    {
        var next = new Search(Text, entries);
        var older = _older + Math.Max(next.Count - Count, 0) + 1;
        next._older = older < next.Count ? older : 0;
        return next;
    }

    /// <summary>An entry more is in the talk, at this place; what is looked at remains.</summary>
    public void Note(Entry entry, int place)
    {
        if (!IsHit(entry)) return;
        if (_hits.Count > 0) _older++;
        _hits.Add(place);
    }

    /// <summary>These entries are in the talk now, from that place on; what is looked at remains.</summary>
    public void Insert(int place, IReadOnlyList<Entry> entries)
    {
        var above = _hits.Count(hit => hit < place);
        for (var at = above; at < _hits.Count; at++) _hits[at] += entries.Count;
        var found = Enumerable.Range(0, entries.Count).Where(at => IsHit(entries[at])).Select(at => place + at).ToArray();
        if (_hits.Count > 0 && _hits.Count - Position < above) _older += found.Length;
        _hits.InsertRange(above, found);
    }

    /// <summary>The entry at that place is no more.</summary>
    public void Remove(int place)
    {
        var current = Current;
        if (_hits.Remove(place) && place > current) _older--;
        for (var at = 0; at < _hits.Count; at++) _hits[at] -= _hits[at] > place ? 1 : 0;
        _older = Math.Clamp(_older, 0, Math.Max(_hits.Count - 1, 0));
    }

    /// <summary>The entry at that place is looked at, if it is a hit.</summary>
    public void LookAt(int place)
    {
        if (_hits.LastIndexOf(place) is >= 0 and var found) _older = _hits.Count - 1 - found;
    }

    public void GoToOlder() => _older = Math.Min(_older + 1, Math.Max(_hits.Count - 1, 0));

    public void GoToNewer() => _older = Math.Max(_older - 1, 0);

    /// <summary>The entry with every hit in it set off.</summary>
    public Entry Light(Entry entry, bool isCurrent, Ink ink) =>
        entry with { Lines = [.. entry.Lines.Select(line => Holds(line) ? Light(line, one => ink.Hit(one, isCurrent)) : line)] };

    private static string Whole(IReadOnlyList<Piece> line) => string.Concat(line.Select(piece => piece.Text));

    private bool IsHit(Entry entry) => entry.Lines.Any(Holds);

    private bool Holds(IReadOnlyList<Piece> line) => Whole(line).Contains(Text, StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<Piece> Light(IReadOnlyList<Piece> line, Func<string, Piece> light)
    {
        var lit = Lit(Whole(line));
        var (pieces, start) = (new List<Piece>(), 0);
        foreach (var piece in line)
        {
            for (var at = 0; at < piece.Text.Length;)
            {
                var (from, isLit) = (at, lit[start + at]);
                while (at < piece.Text.Length && lit[start + at] == isLit) at++;
                var part = piece.Text[from..at];
                pieces.Add(isLit ? light(part) with { Link = piece.Link } : piece with { Text = part });
            }

            start += piece.Text.Length;
        }

        return pieces;
    }

    /// <summary>Which characters belong to hits; what a terminal shows as one is never parted.</summary>
    private bool[] Lit(string line)
    {
        var lit = new bool[line.Length];
        for (var at = 0; (at = line.IndexOf(Text, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += Text.Length) Array.Fill(lit, true, at, Text.Length);
        for (var at = 0; at < line.Length;)
        {
            var cluster = lit.AsSpan(at, StringInfo.GetNextTextElementLength(line.AsSpan(at)));
            if (cluster.Contains(true)) cluster.Fill(true);
            at += cluster.Length;
        }

        return lit;
    }
}

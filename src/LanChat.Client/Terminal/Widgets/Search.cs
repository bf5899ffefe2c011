using System.Globalization;
using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// A text search in the transcript: the indexes of the matching entries and the current match.
/// </summary>
internal sealed class Search
{
    private readonly List<int> _hits;
    private int _older;

    /// <param name="text">Case-insensitive; not empty.</param>
    /// <param name="entries">The whole buffer.</param>
    public Search(string text, IReadOnlyList<Entry> entries)
    {
        Text = text;
        _hits = [.. Enumerable.Range(0, entries.Count).Where(at => IsHit(entries[at]))];
    }

    public string Text { get; }

    public int Count => _hits.Count;

    /// <summary>Number of the current match, counted from the newest, which is 1.</summary>
    public int Position => _older + 1;

    /// <summary>Index of the current entry; null without a match.</summary>
    public int? Current => _hits.Count > 0 ? _hits[^Position] : null;

    /// <summary>
    /// Restarts the search in the current buffer, one match older than this one, or at the newest
    /// if there is none.
    /// </summary>
    public Search ContinueIn(IReadOnlyList<Entry> entries)
    {
        var next = new Search(Text, entries);
        var older = _older + Math.Max(next.Count - Count, 0) + 1;
        next._older = older < next.Count ? older : 0;
        return next;
    }

    /// <summary>Updates the matches after an entry was appended; the current match stays.</summary>
    public void Add(Entry entry, int place)
    {
        if (!IsHit(entry)) return;
        if (_hits.Count > 0) _older++;
        _hits.Add(place);
    }

    /// <summary>Updates the matches after entries were inserted; the current match stays.</summary>
    public void Insert(int place, IReadOnlyList<Entry> entries)
    {
        var above = _hits.Count(hit => hit < place);
        for (var at = above; at < _hits.Count; at++) _hits[at] += entries.Count;
        var found = Enumerable.Range(0, entries.Count)
            .Where(at => IsHit(entries[at]))
            .Select(at => place + at)
            .ToArray();
        if (_hits.Count > 0 && _hits.Count - Position < above) _older += found.Length;
        _hits.InsertRange(above, found);
    }

    /// <summary>Updates the matches after an entry was removed.</summary>
    public void Remove(int place)
    {
        var current = Current;
        if (_hits.Remove(place) && place > current) _older--;
        for (var at = 0; at < _hits.Count; at++) _hits[at] -= _hits[at] > place ? 1 : 0;
        _older = Math.Clamp(_older, 0, Math.Max(_hits.Count - 1, 0));
    }

    /// <summary>Updates the matches after an entry was replaced.</summary>
    public void Replace(int place, Entry entry)
    {
        var (found, isHit, current) = (_hits.BinarySearch(place), IsHit(entry), Current);
        if (found >= 0 == isHit) return;
        if (isHit) _hits.Insert(~found, place);
        else _hits.RemoveAt(found);
        if (place > current) _older += isHit ? 1 : -1;
        _older = Math.Clamp(_older, 0, Math.Max(_hits.Count - 1, 0));
    }

    /// <summary>Makes the entry at that index the current match, if it is one.</summary>
    public void Select(int place)
    {
        if (_hits.LastIndexOf(place) is >= 0 and var found) _older = _hits.Count - 1 - found;
    }

    public void GoToOlder() => _older = Math.Min(_older + 1, Math.Max(_hits.Count - 1, 0));

    public void GoToNewer() => _older = Math.Max(_older - 1, 0);

    /// <summary>Highlights every match in the entry.</summary>
    public Entry Highlight(Entry entry, bool isCurrent, Theme theme) =>
        entry with
        {
            Lines =
            [
                .. entry.Lines.Select(line => Holds(line) ? Highlight(line, one => theme.Hit(one, isCurrent)) : line),
            ],
        };

    private static string Whole(IReadOnlyList<TextSpan> line) => string.Concat(line.Select(span => span.Text));

    private bool IsHit(Entry entry) => entry.Lines.Any(Holds);

    private bool Holds(IReadOnlyList<TextSpan> line) => Whole(line).Contains(Text, StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<TextSpan> Highlight(IReadOnlyList<TextSpan> line, Func<string, TextSpan> highlight)
    {
        var isMatch = MatchMask(Whole(line));
        var (spans, start) = (new List<TextSpan>(), 0);
        foreach (var span in line)
        {
            for (var at = 0; at < span.Text.Length;)
            {
                var (from, inMatch) = (at, isMatch[start + at]);
                while (at < span.Text.Length && isMatch[start + at] == inMatch) at++;
                var part = span.Text[from..at];
                spans.Add(inMatch ? highlight(part) with { Link = span.Link } : span with { Text = part });
            }

            start += span.Text.Length;
        }

        return spans;
    }

    /// <summary>
    /// Returns for each character whether it is part of a match; never splits a grapheme cluster.
    /// </summary>
    private bool[] MatchMask(string line)
    {
        var isMatch = new bool[line.Length];
        for (var at = 0; (at = line.IndexOf(Text, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += Text.Length)
            Array.Fill(isMatch, true, at, Text.Length);
        for (var at = 0; at < line.Length;)
        {
            var cluster = isMatch.AsSpan(at, StringInfo.GetNextTextElementLength(line.AsSpan(at)));
            if (cluster.Contains(true)) cluster.Fill(true);
            at += cluster.Length;
        }

        return isMatch;
    }
}

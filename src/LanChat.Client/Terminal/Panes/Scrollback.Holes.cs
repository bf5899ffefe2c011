namespace LanChat.Client.Terminal.Panes;

/// <summary>What of the talk is not shown, and how it is filled: what is in sight stays where it is.</summary>
internal sealed partial class Scrollback
{
    // Where the user has gone back, what was fetched for that is kept besides.
    private int _fetched;

    /// <summary>Shows that something is missing, or something else about it.</summary>
    public void ShowHole(long hole, Entry shown)
    {
        if (IndexOf(hole) is var at and >= 0) _entries[at] = shown with { Hole = hole };
        else Add(shown with { Hole = hole });
    }

    /// <summary>Puts these where something is missing, the last of them right above what follows.</summary>
    /// <param name="hole">What is filled.</param>
    /// <param name="older">Oldest first.</param>
    /// <param name="left">What is shown above them; null when nothing is missing any more.</param>
    /// <param name="end">What is shown above them then; null for nothing.</param>
    public void Fill(long hole, IReadOnlyList<Entry> older, Entry? left, Entry? end = null)
    {
        if (IndexOf(hole) is not (var at and >= 0)) return;
        var next = _entries.Skip(at + 1).FirstOrDefault(entry => entry.Id > 0);
        Insert(at + 1, Joined([.. older.Where(entry => next is null || entry.LastId < next.Id)]));
        if (left is not null) _entries[at] = left with { Hole = hole };
        else if (end is not null) _entries[at] = end;
        else Remove(at);
        MarkDays();
    }

    /// <summary>What is shown stays, but nothing more can be fetched for it.</summary>
    public void ForgetNumbers()
    {
        for (var at = _entries.Count - 1; at >= 0; at--)
        {
            if (_entries[at].Hole is not null) Remove(at);
            else _entries[at] = _entries[at] with { Id = 0, LastId = 0 };
        }

        _pointed = null;
    }

    /// <summary>Puts those of these that are not there yet in their places, by number.</summary>
    /// <param name="page">Said one after the other, oldest first.</param>
    /// <param name="behind">Is put behind the last of them, unless what follows there was said right after it.</param>
    public void Include(IReadOnlyList<Entry> page, Entry? behind)
    {
        var known = _entries.Where(entry => entry.Id > 0).ToArray();
        var missing = page.Where(entry => !known.Any(one => one.Holds(entry.Id))).ToArray();
        foreach (var run in Runs(missing))
        {
            var place = _entries.FindIndex(entry => entry.Id > run[^1].LastId);
            if (place < 0) place = _entries.Count;
            else if (behind is not null && run[^1] == missing[^1] && _entries[place].Id > run[^1].LastId + 1) Insert(place, [behind]);
            Insert(place, Joined(run));
        }

        MarkDays();
    }

    /// <summary>Parts what is missing where something that is there stands between.</summary>
    private IEnumerable<IReadOnlyList<Entry>> Runs(IReadOnlyList<Entry> missing)
    {
        for (var at = 0; at < missing.Count;)
        {
            var (from, next) = (at, _entries.Where(entry => entry.Id > missing[at].LastId).Select(entry => entry.Id).DefaultIfEmpty(long.MaxValue).Min());
            while (at < missing.Count && missing[at].LastId < next) at++;
            yield return [.. missing.Skip(from).Take(at - from)];
        }
    }

    private List<Entry> Joined(IReadOnlyList<Entry> entries)
    {
        var joined = new List<Entry>();
        foreach (var entry in entries)
        {
            if (joined is [.., { Comings: not null } last] && Printing.Joined(last, entry, ink) is { } one) joined[^1] = one;
            else joined.Add(entry);
        }

        return joined;
    }

    /// <summary>The topmost hole in sight, and the message below it.</summary>
    public (long Hole, long Before)? HoleInSight(int cells, int height)
    {
        if (_entries.Count == 0) return null;
        var last = Last(cells);
        (long, long)? found = null;
        for (var (at, rows) = (last.Entry, last.Row + 1); at >= 0; at--, rows += at >= 0 ? RowsOf(at, cells).Count : 0)
        {
            if (_entries[at].Hole is { } hole && _entries.Skip(at + 1).FirstOrDefault(entry => entry.Id > 0) is { } next) found = (hole, next.Id);
            if (rows >= height) break;
        }

        return found;
    }

    private int IndexOf(long hole) => _entries.FindIndex(entry => entry.Hole == hole);

    private void Insert(int place, IReadOnlyList<Entry> entries)
    {
        _entries.InsertRange(place, entries);
        _search?.Insert(place, entries);
        _fetched += entries.Count;
        if (_mark >= place) _mark += entries.Count;
        if (_last is { } last && last.Entry >= place) _last = last with { Entry = last.Entry + entries.Count };
    }

    private void Remove(int place)
    {
        _entries.RemoveAt(place);
        _search?.Remove(place);
        if (_mark > place) _mark--;
        if (_last is { } last && last.Entry >= place && last.Entry > 0) _last = last.Entry == place ? new Spot(place - 1, 0) : last with { Entry = last.Entry - 1 };
    }

    /// <summary>What is missing above stays on top: so what is forgotten can be fetched again.</summary>
    private void ForgetOldest() => Remove(_entries is [{ Hole: not null }, _, ..] ? 1 : 0);

    private void MarkDays()
    {
        DateTime? day = null;
        int? zone = null;
        for (var at = 0; at < _entries.Count; at++)
        {
            if (_entries[at].Time?.Date is not { } date) continue;
            var (beginsDay, beginsZone) = (date != day, zone is not null && _entries[at].Zone is { } its && its != zone);
            if (_entries[at].BeginsDay != beginsDay || _entries[at].BeginsZone != beginsZone)
                _entries[at] = _entries[at] with { BeginsDay = beginsDay, BeginsZone = beginsZone };
            (day, zone) = (date, _entries[at].Zone ?? zone);
        }
    }
}

namespace LanChat.Client.Console.Panes;

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
    public void Fill(long hole, IReadOnlyList<Entry> older, Entry? left)
    {
        if (IndexOf(hole) is not (var at and >= 0)) return;
        var next = _entries.Skip(at + 1).FirstOrDefault(entry => entry.Id > 0);
        // What is younger than what follows is of another time: the room has begun to count anew.
        Insert(at + 1, [.. older.Where(entry => next is null || (entry.Id < next.Id && entry.Time <= next.Time))]);
        if (left is null) Remove(at);
        else _entries[at] = left with { Hole = hole };
        MarkDays();
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
    private void ForgetOldest() => Remove(_entries is [{ Hole: not null }, { Hole: null }, ..] ? 1 : 0);

    private void MarkDays()
    {
        DateTime? day = null;
        for (var at = 0; at < _entries.Count; at++)
        {
            if (_entries[at].Time?.Date is not { } date) continue;
            if (_entries[at].BeginsDay != (date != day)) _entries[at] = _entries[at] with { BeginsDay = date != day };
            day = date;
        }
    }
}

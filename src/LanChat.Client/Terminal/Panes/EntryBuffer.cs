using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Terminal.Panes;

/// <summary>
/// The entries of the talk, oldest first: those who come and go one after the other are one entry,
/// the first of a day is marked, and gaps in the history are filled where they are.
/// </summary>
/// <param name="ink">In which colours they are.</param>
internal sealed class EntryBuffer(Ink ink)
{
    private readonly List<Entry> _entries = [];
    private DateTime? _day;
    private int? _zone;

    /// <summary>
    /// Called after entries were put in before others, with the place of the first.
    /// </summary>
    public event Action<int, IReadOnlyList<Entry>>? Inserted;

    /// <summary>Called after the entry at this place was removed.</summary>
    public event Action<int>? Removed;

    public int Count => _entries.Count;

    public IReadOnlyList<Entry> Entries => _entries;

    public Entry this[int at] => _entries[at];

    public void Append(Entry entry)
    {
        var day = entry.Time?.Date;
        _entries.Add(entry with
        {
            BeginsDay = day is not null && day != _day,
            BeginsZone = entry.Zone is not null && _zone is not null && entry.Zone != _zone,
        });
        (_day, _zone) = (day ?? _day, entry.Zone ?? _zone);
    }

    /// <summary>Puts who comes or goes into the last entry, if that is of the same kind.</summary>
    public bool TryJoin(Entry entry)
    {
        if (_entries is not [.., { Comings: not null } last]) return false;
        if (Printing.Joined(last, entry, ink) is not { } joined) return false;
        _entries[^1] = joined with { BeginsDay = last.BeginsDay, BeginsZone = last.BeginsZone };
        return true;
    }

    /// <summary>Nothing stands there any more.</summary>
    public void Clear()
    {
        _entries.Clear();
        (_day, _zone) = (null, null);
    }

    /// <summary>The place of the message; less than 0 when it is not there.</summary>
    public int IndexOf(long id) => _entries.FindIndex(entry => entry.Holds(id));

    /// <summary>Shows something else about what is missing; false when that is not there.</summary>
    public bool TryReplaceHole(long hole, Entry shown)
    {
        if (IndexOfHole(hole) is not (var at and >= 0)) return false;
        _entries[at] = shown with { Hole = hole };
        return true;
    }

    /// <summary>The first message below that place.</summary>
    public Entry? MessageBelow(int at) => _entries.Skip(at + 1).FirstOrDefault(entry => entry.Id > 0);

    /// <summary>
    /// Puts these where something is missing, the last of them right above what follows.
    /// </summary>
    /// <param name="hole">What is filled.</param>
    /// <param name="older">Oldest first.</param>
    /// <param name="left">What is shown above them; null when nothing is missing any more.</param>
    /// <param name="end">What is shown above them then; null for nothing.</param>
    public void Fill(long hole, IReadOnlyList<Entry> older, Entry? left, Entry? end)
    {
        if (IndexOfHole(hole) is not (var at and >= 0)) return;
        var next = MessageBelow(at);
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
    }

    /// <summary>Puts those of these that are not there yet in their places, by number.</summary>
    /// <param name="page">Said one after the other, oldest first.</param>
    /// <param name="behind">
    /// Is put behind the last of them, unless what follows there was said right after it.
    /// </param>
    public void Include(IReadOnlyList<Entry> page, Entry? behind)
    {
        var known = _entries.Where(entry => entry.Id > 0).ToArray();
        var missing = page.Where(entry => !known.Any(one => one.Holds(entry.Id))).ToArray();
        foreach (var run in Runs(missing))
        {
            var place = _entries.FindIndex(entry => entry.Id > run[^1].LastId);
            if (place < 0) place = _entries.Count;
            else if (behind is not null && run[^1] == missing[^1] && _entries[place].Id > run[^1].LastId + 1)
                Insert(place, [behind]);
            Insert(place, Joined(run));
        }

        MarkDays();
    }

    /// <summary>
    /// What is missing above stays on top: so what is forgotten can be fetched again.
    /// </summary>
    public void RemoveOldest() => Remove(_entries is [{ Hole: not null }, _, ..] ? 1 : 0);

    private int IndexOfHole(long hole) => _entries.FindIndex(entry => entry.Hole == hole);

    /// <summary>Parts what is missing where something that is there stands between.</summary>
    private IEnumerable<IReadOnlyList<Entry>> Runs(IReadOnlyList<Entry> missing)
    {
        for (var at = 0; at < missing.Count;)
        {
            var from = at;
            var above = _entries.Select(entry => entry.Id).Where(id => id > missing[from].LastId);
            var next = above.DefaultIfEmpty(long.MaxValue).Min();
            while (at < missing.Count && missing[at].LastId < next) at++;
            yield return [.. missing.Skip(from).Take(at - from)];
        }
    }

    private List<Entry> Joined(IReadOnlyList<Entry> entries)
    {
        var joined = new List<Entry>();
        foreach (var entry in entries)
        {
            var last = joined.LastOrDefault();
            if (last?.Comings is not null && Printing.Joined(last, entry, ink) is { } one) joined[^1] = one;
            else joined.Add(entry);
        }

        return joined;
    }

    private void Insert(int place, IReadOnlyList<Entry> entries)
    {
        _entries.InsertRange(place, entries);
        Inserted?.Invoke(place, entries);
    }

    private void Remove(int place)
    {
        _entries.RemoveAt(place);
        Removed?.Invoke(place);
    }

    private void MarkDays()
    {
        DateTime? day = null;
        int? zone = null;
        for (var at = 0; at < _entries.Count; at++)
        {
            if (_entries[at].Time?.Date is not { } date) continue;
            var beginsDay = date != day;
            var beginsZone = zone is not null && _entries[at].Zone is { } its && its != zone;
            if (_entries[at].BeginsDay != beginsDay || _entries[at].BeginsZone != beginsZone)
                _entries[at] = _entries[at] with { BeginsDay = beginsDay, BeginsZone = beginsZone };
            (day, zone) = (date, _entries[at].Zone ?? zone);
        }
    }
}

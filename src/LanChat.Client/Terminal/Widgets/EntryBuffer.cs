using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// The buffered entries of the transcript, oldest first. Merges consecutive joins and leaves, marks
/// where a day begins, and fills history gaps in place.
/// </summary>
internal sealed class EntryBuffer(Theme theme)
{
    private readonly List<Entry> _entries = [];
    private DateTime? _day;
    private int? _zone;

    /// <summary>
    /// Raised after entries were inserted before others, with the index of the first.
    /// </summary>
    public event Action<int, IReadOnlyList<Entry>>? Inserted;

    /// <summary>Raised after the entry at this index was removed.</summary>
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

    /// <summary>
    /// Merges a join or leave into the last entry if that is one too; otherwise returns false.
    /// </summary>
    public bool TryMerge(Entry entry)
    {
        if (_entries is not [.., { Summary: not null } last]) return false;
        if (EntryFormatter.Merge(last, entry, theme) is not { } merged) return false;
        _entries[^1] = merged with { BeginsDay = last.BeginsDay, BeginsZone = last.BeginsZone };
        return true;
    }

    public void Clear()
    {
        _entries.Clear();
        (_day, _zone) = (null, null);
    }

    /// <summary>Index of the entry that holds the message; -1 if there is none.</summary>
    public int IndexOf(long id) => _entries.FindIndex(entry => entry.Holds(id));

    /// <summary>Index of the entry of that message only; -1 if there is none.</summary>
    public int IndexOfMessage(long id) => _entries.FindLastIndex(entry => entry.Id == id && entry.Shown is not null);

    /// <summary>Indexes of the shown replies to a message.</summary>
    public IEnumerable<int> RepliesTo(long id) =>
        Enumerable.Range(0, _entries.Count).Where(at => _entries[at] is { Id: > 0, Shown: { } shown }
            && shown.Message.Re == id);

    /// <summary>The last message of somebody else; null if there is none.</summary>
    public Entry? LastOfOthers => _entries.FindLast(entry => entry is { CanBeRepliedTo: true, Shown.Own: false });

    /// <summary>Replaces the entry of a message, at the same time.</summary>
    public void Replace(int at, Entry entry) =>
        _entries[at] = entry with { BeginsDay = _entries[at].BeginsDay, BeginsZone = _entries[at].BeginsZone };

    /// <summary>Replaces the entry of a gap; false if the gap is not in the buffer.</summary>
    public bool TryReplaceGap(long gap, Entry shown)
    {
        if (IndexOfGap(gap) is not (var at and >= 0)) return false;
        _entries[at] = shown with { Gap = gap };
        return true;
    }

    /// <summary>The first message after that index.</summary>
    public Entry? MessageBelow(int at) => _entries.Skip(at + 1).FirstOrDefault(entry => entry.Id > 0);

    /// <summary>
    /// Inserts messages at a gap; the last of them ends up right above the entry that follows.
    /// </summary>
    /// <param name="gap">Id of the gap.</param>
    /// <param name="older">Oldest first.</param>
    /// <param name="left">The new entry of the gap; null if the gap is closed.</param>
    /// <param name="end">Replaces the entry of a closed gap; null to remove it.</param>
    public void Fill(long gap, IReadOnlyList<Entry> older, Entry? left, Entry? end)
    {
        if (IndexOfGap(gap) is not (var at and >= 0)) return;
        var next = MessageBelow(at);
        Insert(at + 1, Merged([.. older.Where(entry => next is null || entry.LastId < next.Id)]));
        if (left is not null) _entries[at] = left with { Gap = gap };
        else if (end is not null) _entries[at] = end;
        else Remove(at);
        MarkDays();
    }

    /// <summary>
    /// Drops all message ids and gaps: the shown entries stay, but no more history can be fetched
    /// for them.
    /// </summary>
    public void DropMessageIds()
    {
        for (var at = _entries.Count - 1; at >= 0; at--)
        {
            if (_entries[at].Gap is not null) Remove(at);
            else _entries[at] = _entries[at] with { Id = 0, LastId = 0 };
        }
    }

    /// <summary>Inserts the entries that are missing, ordered by message id.</summary>
    /// <param name="page">Consecutive messages, oldest first.</param>
    /// <param name="behind">
    /// Inserted after the last of them, unless the next entry is the very next message.
    /// </param>
    public void InsertPage(IReadOnlyList<Entry> page, Entry? behind)
    {
        var known = _entries.Where(entry => entry.Id > 0).ToArray();
        var missing = page.Where(entry => !known.Any(one => one.Holds(entry.Id))).ToArray();
        foreach (var run in Runs(missing))
        {
            var place = _entries.FindIndex(entry => entry.Id > run[^1].LastId);
            if (place < 0) place = _entries.Count;
            else if (behind is not null && run[^1] == missing[^1] && _entries[place].Id > run[^1].LastId + 1)
                Insert(place, [behind]);
            Insert(place, Merged(run));
        }

        MarkDays();
    }

    /// <summary>
    /// Removes the oldest entry. A gap at the top stays, so that removed messages can be fetched
    /// again.
    /// </summary>
    public void RemoveOldest() => Remove(_entries is [{ Gap: not null }, _, ..] ? 1 : 0);

    private int IndexOfGap(long gap) => _entries.FindIndex(entry => entry.Gap == gap);

    /// <summary>
    /// Splits the missing entries into runs between which an existing entry stands.
    /// </summary>
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

    private List<Entry> Merged(IReadOnlyList<Entry> entries)
    {
        var merged = new List<Entry>();
        foreach (var entry in entries)
        {
            var last = merged.LastOrDefault();
            if (last?.Summary is not null && EntryFormatter.Merge(last, entry, theme) is { } one) merged[^1] = one;
            else merged.Add(entry);
        }

        return merged;
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

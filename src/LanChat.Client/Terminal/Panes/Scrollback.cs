using LanChat.Client.Terminal.Screens;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Panes;

/// <summary>
/// The talk as far as it is kept, and what of it is in sight: its end, or a place that was gone back to, which stays where it is while more
/// is said.
/// </summary>
/// <param name="most">How many entries are kept.</param>
/// <param name="ink">In which colours they are.</param>
internal sealed partial class Scrollback(int most, Ink ink)
{
    private readonly record struct Spot(int Entry, int Row);

    private readonly List<Entry> _entries = [];
    private DateTime? _day;
    private int? _zone;
    private Search? _search;
    private Search? _ended;
    private int? _mark;
    private long? _pointed;
    private Spot? _last;

    /// <summary>How many entries came since they would have been in sight.</summary>
    public int Unseen { get; private set; }

    public bool IsAtEnd => _last is null;

    /// <summary>What is looked for in it; null for nothing.</summary>
    public Search? Search => _search;

    public void Add(Entry entry)
    {
        if (TryJoin(entry)) return;
        var day = entry.Time?.Date;
        _entries.Add(entry with { BeginsDay = day is not null && day != _day, BeginsZone = entry.Zone is not null && _zone is not null && entry.Zone != _zone });
        (_day, _zone) = (day ?? _day, entry.Zone ?? _zone);
        if (_last is not null && entry.Comings is null) Unseen++;
        _search?.Note(_entries[^1], _entries.Count - 1);
        if (IsAtEnd) _fetched = 0;
        while (_entries.Count > most + Math.Min(_fetched, most)) ForgetOldest();
    }

    /// <summary>Nothing stands there any more.</summary>
    public void Clear()
    {
        _entries.Clear();
        (_day, _zone, _search, _ended, _mark, _last, _pointed, Unseen, _fetched) = (null, null, null, null, null, null, null, 0, 0);
    }

    /// <summary>Who comes and goes one after the other stands in one line.</summary>
    private bool TryJoin(Entry entry)
    {
        if (_mark == _entries.Count || _entries is not [.., { Comings: not null } last] || Printing.Joined(last, entry, ink) is not { } joined) return false;
        _entries[^1] = joined with { BeginsDay = last.BeginsDay, BeginsZone = last.BeginsZone };
        return true;
    }

    /// <summary>From here on, the user does not look: what comes is marked as new. What is unseen was not read either.</summary>
    public void MarkRead() => _mark = _entries.Count > 0 ? _entries.Count - Unseen : null;

    /// <summary>The user looks again. Where nothing is new, what comes now is not marked.</summary>
    public void Return()
    {
        if (_mark == _entries.Count) _mark = null;
    }

    /// <summary>Looks for a text, and brings the newest entry that holds it in sight; null to look for nothing.</summary>
    public void Find(string? text, int cells, int height)
    {
        _ended = _search ?? _ended;
        _search = text is null ? null : new Search(text, _entries);
        _pointed = null;
        GoToHit(cells, height);
    }

    /// <summary>Goes on with the search that was ended last, at the next older entry, and from the oldest to the newest; false when there was none.</summary>
    public bool FindOn(int cells, int height)
    {
        if ((_search ?? _ended) is not { } search) return false;
        _search = search.GoOnIn(_entries);
        GoToHit(cells, height);
        return true;
    }

    public void FindOlder(int cells, int height)
    {
        _search?.GoToOlder();
        GoToHit(cells, height);
    }

    public void FindNewer(int cells, int height)
    {
        _search?.GoToNewer();
        GoToHit(cells, height);
    }

    /// <summary>Brings a message in sight, set off, and what is looked for in it.</summary>
    public void GoTo(long id, string text, int cells, int height)
    {
        var at = _entries.FindIndex(entry => entry.Holds(id));
        if (at < 0) return;
        (_pointed, _search) = (id, text.Length == 0 ? null : new Search(text, _entries));
        _search?.LookAt(at);
        BringInSight(at, cells, height);
    }

    /// <summary>The rows in sight.</summary>
    public IReadOnlyList<Row> Visible(int cells, int height)
    {
        var rows = new List<Row>();
        if (_entries.Count == 0) return rows;
        var last = Last(cells);
        for (var at = last.Entry; at >= 0 && rows.Count < height; at--)
        {
            var more = RowsOf(at, cells);
            var taken = at == last.Entry ? last.Row + 1 : more.Count;
            for (var row = taken - 1; row >= 0 && rows.Count < height; row--) rows.Add(more[row]);
        }

        rows.Reverse();
        return rows;
    }

    public void Up(int rows, int cells, int height)
    {
        if (Top(cells, height) is not { } top) return;
        var last = Last(cells);
        for (var step = 0; step < rows && IsBefore(top, last); step++)
            last = last.Row > 0 ? last with { Row = last.Row - 1 } : LastRowOf(last.Entry - 1, cells);
        _last = last;
    }

    public void Down(int rows, int cells)
    {
        if (_last is null) return;
        MoveTo(Further(Last(cells), rows, cells));
    }

    public void ToTop(int cells, int height)
    {
        if (Top(cells, height) is { } top) _last = top;
    }

    public void ToEnd() => MoveTo(null);

    /// <summary>With as much above it as below, where there is so much.</summary>
    private void GoToHit(int cells, int height)
    {
        if (_search?.Current is { } entry) BringInSight(entry, cells, height);
    }

    private void BringInSight(int entry, int cells, int height)
    {
        var last = Further(new Spot(entry, 0), height / 2, cells);
        MoveTo(last is { } spot && Top(cells, height) is { } top && IsBefore(spot, top) ? top : last);
    }

    private void MoveTo(Spot? last)
    {
        _last = last;
        Unseen = last is { } spot ? Math.Min(Unseen, _entries.Count - 1 - spot.Entry) : 0;
    }

    /// <summary>The last row in sight when the first one is; null when all there is fits.</summary>
    private Spot? Top(int cells, int height) => _entries.Count == 0 ? null : Further(new Spot(0, 0), Math.Max(height - 1, 0), cells);

    /// <summary>So many rows further down; null where the end is.</summary>
    private Spot? Further(Spot from, int rows, int cells)
    {
        var (entry, row) = (from.Entry, from.Row + rows);
        for (var count = RowsOf(entry, cells).Count; row >= count; count = RowsOf(entry, cells).Count)
        {
            row -= count;
            if (++entry == _entries.Count) return null;
        }

        return entry == _entries.Count - 1 && row == RowsOf(entry, cells).Count - 1 ? null : new Spot(entry, row);
    }

    /// <summary>An entry may take fewer rows than it did, on a wider screen.</summary>
    private Spot Last(int cells)
    {
        var end = LastRowOf(_last?.Entry ?? _entries.Count - 1, cells);
        return _last is { } last && last.Row < end.Row ? last : end;
    }

    private Spot LastRowOf(int entry, int cells) => new(entry, RowsOf(entry, cells).Count - 1);

    private IReadOnlyList<Row> RowsOf(int at, int cells)
    {
        var entry = _search?.Light(_entries[at], at == _search.Current, ink) ?? _entries[at];
        if (_pointed is { } pointed && entry.Holds(pointed)) entry = entry.Pointed(ink);
        var rows = entry.Rows(cells, ink);
        return at == _mark ? [Entry.Centered(ScreenTexts.New, cells, ink), .. rows] : rows;
    }

    private static bool IsBefore(Spot one, Spot other) => one.Entry < other.Entry || (one.Entry == other.Entry && one.Row < other.Row);
}

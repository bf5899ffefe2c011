using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Terminal.Panes;

/// <summary>
/// Which rows of a growing list are in sight: its end, or a place that was scrolled back to, which
/// stays where it is while more is added.
/// </summary>
/// <param name="count">How many entries the list has.</param>
/// <param name="rowsOf">
/// The rows of the entry at that place, so many cells wide; at least one.
/// </param>
internal sealed class Viewport(Func<int> count, Func<int, int, IReadOnlyList<Row>> rowsOf)
{
    private readonly record struct Spot(int Entry, int Row);

    // The last row in sight; null for the end.
    private Spot? _last;

    public bool IsAtEnd => _last is null;

    /// <summary>How many entries came since they would have been in sight.</summary>
    public int Unseen { get; private set; }

    /// <summary>
    /// An entry was added that the user has not seen, unless the end is in sight.
    /// </summary>
    public void NoteAdded()
    {
        if (!IsAtEnd) Unseen++;
    }

    /// <summary>So many entries were put in, from that place on: what is in sight stays.</summary>
    public void NoteInserted(int place, int entries)
    {
        if (_last is { } last && last.Entry >= place) _last = last with { Entry = last.Entry + entries };
    }

    /// <summary>The entry at that place was removed.</summary>
    public void NoteRemoved(int place)
    {
        if (_last is not { Entry: > 0 } last || last.Entry < place) return;
        _last = last.Entry == place ? new Spot(place - 1, 0) : last with { Entry = last.Entry - 1 };
    }

    /// <summary>The list is empty.</summary>
    public void Clear() => (_last, Unseen) = (null, 0);

    /// <summary>The rows in sight.</summary>
    public IReadOnlyList<Row> Rows(int cells, int height)
    {
        var rows = new List<Row>();
        if (count() == 0) return rows;
        var last = Last(cells);
        for (var at = last.Entry; at >= 0 && rows.Count < height; at--)
        {
            var more = rowsOf(at, cells);
            var taken = at == last.Entry ? last.Row + 1 : more.Count;
            for (var row = taken - 1; row >= 0 && rows.Count < height; row--) rows.Add(more[row]);
        }

        rows.Reverse();
        return rows;
    }

    /// <summary>The places of the entries in sight, from the last to the first.</summary>
    public IEnumerable<int> Entries(int cells, int height)
    {
        if (count() == 0) yield break;
        var last = Last(cells);
        for (var (at, rows) = (last.Entry, last.Row + 1); at >= 0; at--, rows += at >= 0 ? rowsOf(at, cells).Count : 0)
        {
            yield return at;
            if (rows >= height) yield break;
        }
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
    public void BringInSight(int entry, int cells, int height)
    {
        var last = Further(new Spot(entry, 0), height / 2, cells);
        MoveTo(last is { } spot && Top(cells, height) is { } top && IsBefore(spot, top) ? top : last);
    }

    private void MoveTo(Spot? last)
    {
        _last = last;
        Unseen = last is { } spot ? Math.Min(Unseen, count() - 1 - spot.Entry) : 0;
    }

    /// <summary>The last row in sight when the first one is; null when all there is fits.</summary>
    private Spot? Top(int cells, int height) =>
        count() == 0 ? null : Further(new Spot(0, 0), Math.Max(height - 1, 0), cells);

    /// <summary>So many rows further down; null where the end is.</summary>
    private Spot? Further(Spot from, int rows, int cells)
    {
        var (entry, row) = (from.Entry, from.Row + rows);
        for (var taken = rowsOf(entry, cells).Count; row >= taken; taken = rowsOf(entry, cells).Count)
        {
            row -= taken;
            if (++entry == count()) return null;
        }

        return entry == count() - 1 && row == rowsOf(entry, cells).Count - 1 ? null : new Spot(entry, row);
    }

    /// <summary>An entry may take fewer rows than it did, on a wider screen.</summary>
    private Spot Last(int cells)
    {
        var end = LastRowOf(_last?.Entry ?? count() - 1, cells);
        return _last is { } last && last.Row < end.Row ? last : end;
    }

    private Spot LastRowOf(int entry, int cells) => new(entry, rowsOf(entry, cells).Count - 1);

    private static bool IsBefore(Spot one, Spot other) =>
        one.Entry < other.Entry || (one.Entry == other.Entry && one.Row < other.Row);
}

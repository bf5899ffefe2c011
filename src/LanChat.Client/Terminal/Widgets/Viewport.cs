using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// The visible rows of a growing list: its end, or a position that was scrolled back to and stays
/// while more is added.
/// </summary>
/// <param name="count">Returns the number of entries.</param>
/// <param name="rowsOf">
/// Returns the rows of the entry at an index for a width; at least one.
/// </param>
internal sealed class Viewport(Func<int> count, Func<int, int, IReadOnlyList<Row>> rowsOf)
{
    private readonly record struct Spot(int Entry, int Row);

    // The last visible row; null for the end.
    private Spot? _last;

    public bool IsAtEnd => _last is null;

    /// <summary>Number of entries below the viewport that were not seen yet.</summary>
    public int Unseen { get; private set; }

    /// <summary>Updates the unseen count after an entry was appended.</summary>
    public void HandleAdded()
    {
        if (!IsAtEnd) Unseen++;
    }

    /// <summary>Keeps the position after entries were inserted.</summary>
    public void HandleInserted(int place, int entries)
    {
        if (_last is { } last && last.Entry >= place) _last = last with { Entry = last.Entry + entries };
    }

    /// <summary>Keeps the position after an entry was removed.</summary>
    public void HandleRemoved(int place)
    {
        if (_last is not { Entry: > 0 } last || last.Entry < place) return;
        _last = last.Entry == place ? new Spot(place - 1, 0) : last with { Entry = last.Entry - 1 };
    }

    public void Clear() => (_last, Unseen) = (null, 0);

    /// <summary>The visible rows.</summary>
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

    /// <summary>The indexes of the visible entries, last to first.</summary>
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

    /// <summary>The indexes of the entries of which all is visible, last to first.</summary>
    public IEnumerable<int> WholeEntries(int cells, int height)
    {
        if (count() == 0) yield break;
        var (at, row) = (Last(cells).Entry, Last(cells).Row);
        if (row < rowsOf(at, cells).Count - 1) (at, height) = (at - 1, height - row - 1);
        for (; at >= 0 && (height -= rowsOf(at, cells).Count) >= 0; at--) yield return at;
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

    /// <summary>Scrolls so that the entry is in the middle, where possible.</summary>
    public void ScrollTo(int entry, int cells, int height)
    {
        var last = Further(new Spot(entry, 0), height / 2, cells);
        MoveTo(last is { } spot && Top(cells, height) is { } top && IsBefore(spot, top) ? top : last);
    }

    private void MoveTo(Spot? last)
    {
        _last = last;
        Unseen = last is { } spot ? Math.Min(Unseen, count() - 1 - spot.Entry) : 0;
    }

    /// <summary>The last visible row when scrolled to the top; null if everything fits.</summary>
    private Spot? Top(int cells, int height) =>
        count() == 0 ? null : Further(new Spot(0, 0), Math.Max(height - 1, 0), cells);

    /// <summary>The position that many rows further down; null at the end.</summary>
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

    /// <summary>
    /// The last visible row, clamped: a wider screen may have fewer rows per entry.
    /// </summary>
    private Spot Last(int cells)
    {
        var end = LastRowOf(_last?.Entry ?? count() - 1, cells);
        return _last is { } last && last.Row < end.Row ? last : end;
    }

    private Spot LastRowOf(int entry, int cells) => new(entry, rowsOf(entry, cells).Count - 1);

    private static bool IsBefore(Spot one, Spot other) =>
        one.Entry < other.Entry || (one.Entry == other.Entry && one.Row < other.Row);
}

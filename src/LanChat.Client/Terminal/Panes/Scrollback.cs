using LanChat.Client.Terminal.Screens;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Panes;

/// <summary>
/// The talk as far as it is kept, what of it is in sight, what is looked for in it, and from where
/// on it is new: holds these together while entries come and go.
/// </summary>
internal sealed class Scrollback
{
    private readonly int _most;
    private readonly Ink _ink;
    private readonly EntryBuffer _buffer;
    private readonly Viewport _viewport;
    private Search? _search;
    private Search? _ended;
    private int? _mark;
    private long? _pointed;

    // Where the user has gone back, what was fetched for that is kept besides.
    private int _fetched;

    /// <param name="most">How many entries are kept.</param>
    /// <param name="ink">In which colours they are.</param>
    public Scrollback(int most, Ink ink)
    {
        (_most, _ink, _buffer) = (most, ink, new EntryBuffer(ink));
        _viewport = new Viewport(() => _buffer.Count, RowsOf);
        _buffer.Inserted += NoteInserted;
        _buffer.Removed += NoteRemoved;
    }

    /// <summary>How many entries came since they would have been in sight.</summary>
    public int Unseen => _viewport.Unseen;

    public bool IsAtEnd => _viewport.IsAtEnd;

    /// <summary>What is looked for in it; null for nothing.</summary>
    public Search? Search => _search;

    /// <summary>Who comes and goes one after the other stands in one line.</summary>
    public void Add(Entry entry)
    {
        if (_mark != _buffer.Count && _buffer.TryJoin(entry)) return;
        _buffer.Append(entry);
        if (entry.Comings is null) _viewport.NoteAdded();
        _search?.Note(_buffer[_buffer.Count - 1], _buffer.Count - 1);
        if (IsAtEnd) _fetched = 0;
        while (_buffer.Count > _most + Math.Min(_fetched, _most)) _buffer.RemoveOldest();
    }

    /// <summary>Nothing stands there any more.</summary>
    public void Clear()
    {
        _buffer.Clear();
        _viewport.Clear();
        (_search, _ended, _mark, _pointed, _fetched) = (null, null, null, null, 0);
    }

    /// <summary>
    /// From here on, the user does not look: what comes is marked as new. What is unseen was not
    /// read either.
    /// </summary>
    public void MarkRead() => _mark = _buffer.Count > 0 ? _buffer.Count - Unseen : null;

    /// <summary>The user looks again. Where nothing is new, what comes now is not marked.</summary>
    public void Return()
    {
        if (_mark == _buffer.Count) _mark = null;
    }

    /// <summary>
    /// Looks for a text, and brings the newest entry that holds it in sight; null to look for
    /// nothing.
    /// </summary>
    public void Find(string? text, int cells, int height)
    {
        _ended = _search ?? _ended;
        _search = text is null ? null : new Search(text, _buffer.Entries);
        _pointed = null;
        GoToHit(cells, height);
    }

    /// <summary>
    /// Goes on with the search that was ended last, at the next older entry, and from the oldest to
    /// the newest; false when there was none.
    /// </summary>
    public bool FindOn(int cells, int height)
    {
        if ((_search ?? _ended) is not { } search) return false;
        _search = search.GoOnIn(_buffer.Entries);
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
        var at = _buffer.IndexOf(id);
        if (at < 0) return;
        (_pointed, _search) = (id, text.Length == 0 ? null : new Search(text, _buffer.Entries));
        _search?.LookAt(at);
        _viewport.BringInSight(at, cells, height);
    }

    /// <summary>Shows that something is missing, or something else about it.</summary>
    public void ShowHole(long hole, Entry shown)
    {
        if (!_buffer.TryReplaceHole(hole, shown)) Add(shown with { Hole = hole });
    }

    /// <inheritdoc cref="EntryBuffer.Fill"/>
    public void Fill(long hole, IReadOnlyList<Entry> older, Entry? left, Entry? end = null) =>
        _buffer.Fill(hole, older, left, end);

    /// <inheritdoc cref="EntryBuffer.ForgetNumbers"/>
    public void ForgetNumbers()
    {
        _buffer.ForgetNumbers();
        _pointed = null;
    }

    /// <inheritdoc cref="EntryBuffer.Include"/>
    public void Include(IReadOnlyList<Entry> page, Entry? behind) => _buffer.Include(page, behind);

    /// <summary>The topmost hole in sight, and the message below it.</summary>
    public (long Hole, long Before)? HoleInSight(int cells, int height)
    {
        (long, long)? found = null;
        foreach (var at in _viewport.Entries(cells, height))
        {
            if (_buffer[at].Hole is { } hole && _buffer.MessageBelow(at) is { } next) found = (hole, next.Id);
        }

        return found;
    }

    /// <summary>The rows in sight.</summary>
    public IReadOnlyList<Row> Visible(int cells, int height) => _viewport.Rows(cells, height);

    public void Up(int rows, int cells, int height) => _viewport.Up(rows, cells, height);

    public void Down(int rows, int cells) => _viewport.Down(rows, cells);

    public void ToTop(int cells, int height) => _viewport.ToTop(cells, height);

    public void ToEnd() => _viewport.ToEnd();

    private void GoToHit(int cells, int height)
    {
        if (_search?.Current is { } entry) _viewport.BringInSight(entry, cells, height);
    }

    private void NoteInserted(int place, IReadOnlyList<Entry> entries)
    {
        _search?.Insert(place, entries);
        _fetched += entries.Count;
        if (_mark >= place) _mark += entries.Count;
        _viewport.NoteInserted(place, entries.Count);
    }

    private void NoteRemoved(int place)
    {
        _search?.Remove(place);
        if (_mark > place) _mark--;
        _viewport.NoteRemoved(place);
    }

    private IReadOnlyList<Row> RowsOf(int at, int cells)
    {
        var entry = _search?.Light(_buffer[at], at == _search.Current, _ink) ?? _buffer[at];
        if (_pointed is { } pointed && entry.Holds(pointed)) entry = entry.Pointed(_ink);
        var rows = entry.Rows(cells, _ink);
        return at == _mark ? [Entry.Centered(ScreenTexts.New, cells, _ink), .. rows] : rows;
    }
}

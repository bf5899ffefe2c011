using LanChat.Client.Terminal.Screens;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// The buffered transcript of a window with its viewport, search and unread mark. Keeps them
/// consistent while entries are added, inserted and removed.
/// </summary>
internal sealed class Scrollback
{
    private readonly int _most;
    private readonly Theme _theme;
    private readonly EntryBuffer _buffer;
    private readonly Viewport _viewport;
    private Search? _search;
    private Search? _lastSearch;
    private int? _mark;
    private long? _target;

    // Entries fetched while the user has scrolled back; kept in addition to the maximum.
    private int _fetched;

    /// <param name="most">Maximum number of entries.</param>
    /// <param name="theme">The theme.</param>
    public Scrollback(int most, Theme theme)
    {
        (_most, _theme, _buffer) = (most, theme, new EntryBuffer(theme));
        _viewport = new Viewport(() => _buffer.Count, RowsOf);
        _buffer.Inserted += HandleInserted;
        _buffer.Removed += HandleRemoved;
    }

    /// <summary>Number of entries below the viewport that were not seen yet.</summary>
    public int Unseen => _viewport.Unseen;

    public bool IsAtEnd => _viewport.IsAtEnd;

    /// <summary>The current search; null if there is none.</summary>
    public Search? Search => _search;

    /// <summary>Appends an entry; consecutive joins and leaves are merged.</summary>
    public void Add(Entry entry)
    {
        if (_mark != _buffer.Count && _buffer.TryMerge(entry)) return;
        _buffer.Append(entry);
        if (entry.Summary is null) _viewport.HandleAdded();
        _search?.Add(_buffer[_buffer.Count - 1], _buffer.Count - 1);
        if (IsAtEnd) _fetched = 0;
        while (_buffer.Count > _most + Math.Min(_fetched, _most)) _buffer.RemoveOldest();
    }

    public void Clear()
    {
        _buffer.Clear();
        _viewport.Clear();
        (_search, _lastSearch, _mark, _target, _fetched) = (null, null, null, null, 0);
    }

    /// <summary>
    /// Sets the unread mark at the first unseen entry: the user has stopped looking.
    /// </summary>
    public void SetUnreadMark() => _mark = _buffer.Count > 0 ? _buffer.Count - Unseen : null;

    /// <summary>The user looks again. Removes the unread mark if nothing follows it.</summary>
    public void ClearUnreadMark()
    {
        if (_mark == _buffer.Count) _mark = null;
    }

    /// <summary>
    /// Searches for a text and scrolls to the newest match; null ends the search.
    /// </summary>
    public void Find(string? text, int cells, int height)
    {
        _lastSearch = _search ?? _lastSearch;
        _search = text is null ? null : new Search(text, _buffer.Entries);
        _target = null;
        GoToHit(cells, height);
    }

    /// <summary>
    /// Continues the last search at the next older match, wrapping to the newest; false if there
    /// was no search.
    /// </summary>
    public bool ContinueSearch(int cells, int height)
    {
        if ((_search ?? _lastSearch) is not { } search) return false;
        _search = search.ContinueIn(_buffer.Entries);
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

    /// <summary>Scrolls to a message, highlights it, and starts a search for the text.</summary>
    public void GoTo(long id, string text, int cells, int height)
    {
        var at = _buffer.IndexOf(id);
        if (at < 0) return;
        (_target, _search) = (id, text.Length == 0 ? null : new Search(text, _buffer.Entries));
        _search?.Select(at);
        _viewport.ScrollTo(at, cells, height);
    }

    /// <summary>Adds the entry of a gap, or replaces it.</summary>
    public void ShowGap(long gap, Entry shown)
    {
        if (!_buffer.TryReplaceGap(gap, shown)) Add(shown with { Gap = gap });
    }

    /// <inheritdoc cref="EntryBuffer.Fill"/>
    public void Fill(long gap, IReadOnlyList<Entry> older, Entry? left, Entry? end = null) =>
        _buffer.Fill(gap, older, left, end);

    /// <inheritdoc cref="EntryBuffer.DropMessageIds"/>
    public void DropMessageIds()
    {
        _buffer.DropMessageIds();
        _target = null;
    }

    /// <inheritdoc cref="EntryBuffer.InsertPage"/>
    public void InsertPage(IReadOnlyList<Entry> page, Entry? behind) => _buffer.InsertPage(page, behind);

    /// <summary>The topmost visible gap, and the id of the message below it.</summary>
    public (long Gap, long Before)? VisibleGap(int cells, int height)
    {
        (long, long)? found = null;
        foreach (var at in _viewport.Entries(cells, height))
        {
            if (_buffer[at].Gap is { } gap && _buffer.MessageBelow(at) is { } next) found = (gap, next.Id);
        }

        return found;
    }

    /// <summary>Replaces the entry of a message; ignored if it is not in the buffer.</summary>
    /// <param name="id">Id of the message.</param>
    /// <param name="change">Returns the entry that replaces this one; null to keep it.</param>
    public void Replace(long id, Func<ViewProtocol.ShowMessage, Entry?> change)
    {
        var at = _buffer.IndexOfMessage(id);
        if (at < 0 || change(_buffer[at].Shown!) is not { } entry) return;
        _buffer.Replace(at, entry);
        _search?.Replace(at, entry);
    }

    /// <summary>The message of that id; null if it is not in the buffer.</summary>
    public ViewProtocol.ShowMessage? Find(long id) =>
        _buffer.IndexOfMessage(id) is >= 0 and var at ? _buffer[at].Shown : null;

    /// <summary>Replaces the entries of the replies to a message.</summary>
    /// <param name="id">Id of the message that they reply to.</param>
    /// <param name="change">Returns the entry that replaces one.</param>
    public void ReplaceReplies(long id, Func<ViewProtocol.ShowMessage, Entry> change)
    {
        foreach (var at in _buffer.RepliesTo(id).ToArray()) _buffer.Replace(at, change(_buffer[at].Shown!));
    }

    /// <summary>
    /// The message to reply to: the search hit, else the newest one of which all is visible if the
    /// user has scrolled, else the last one of somebody else. Null if there is none.
    /// </summary>
    public ViewProtocol.ShowMessage? Original(int cells, int height)
    {
        Entry[] visible = IsAtEnd ? [] : [.. _viewport.WholeEntries(cells, height).Select(at => _buffer[at])];
        var hit = _search?.Current is { } at ? _buffer[at]
            : Array.Find(visible, entry => _target is { } target && entry.Holds(target));
        return (hit is { CanBeRepliedTo: true } ? hit
            : Array.Find(visible, entry => entry.CanBeRepliedTo) ?? _buffer.LastOfOthers)?.Shown;
    }

    public IReadOnlyList<Row> Visible(int cells, int height) => _viewport.Rows(cells, height);

    public void Up(int rows, int cells, int height) => _viewport.Up(rows, cells, height);

    public void Down(int rows, int cells) => _viewport.Down(rows, cells);

    public void ToTop(int cells, int height) => _viewport.ToTop(cells, height);

    public void ToEnd() => _viewport.ToEnd();

    private void GoToHit(int cells, int height)
    {
        if (_search?.Current is { } entry) _viewport.ScrollTo(entry, cells, height);
    }

    private void HandleInserted(int place, IReadOnlyList<Entry> entries)
    {
        _search?.Insert(place, entries);
        _fetched += entries.Count;
        if (_mark >= place) _mark += entries.Count;
        _viewport.HandleInserted(place, entries.Count);
    }

    private void HandleRemoved(int place)
    {
        _search?.Remove(place);
        if (_mark > place) _mark--;
        _viewport.HandleRemoved(place);
    }

    private IReadOnlyList<Row> RowsOf(int at, int cells)
    {
        var entry = _search?.Highlight(_buffer[at], at == _search.Current, _theme) ?? _buffer[at];
        if (_target is { } target && entry.Holds(target)) entry = entry.Highlighted(_theme);
        var rows = entry.Rows(cells, _theme);
        return at == _mark ? [Entry.Centered(ScreenTexts.New, cells, _theme), .. rows] : rows;
    }
}

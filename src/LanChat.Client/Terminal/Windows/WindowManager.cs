using LanChat.Client.Settings;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Windows;

/// <summary>
/// Owns the windows, and which of them is active, and lays the widgets out for a screen size.
/// </summary>
/// <param name="theme">The theme.</param>
/// <param name="settings">Scrollback size and what to show at first.</param>
internal sealed class WindowManager(Theme theme, ViewSettings settings)
{
    private readonly Dictionary<int, Window> _windows = new()
    {
        [ViewProtocol.JoinPrompt] = new Window(0, settings.Scrollback, theme),
    };

    private IReadOnlyList<Window> _roomWindows = [];
    private int _active = ViewProtocol.JoinPrompt;
    private Layout _layout = Layout.Of(1, 1, new LayoutRequest());
    private bool? _hidesRooms;
    private bool? _hidesMembers;
    private bool _showsJoinsAndLeaves = settings.Comings;

    /// <summary>The rooms nearby and the selected one.</summary>
    public RoomSelection Selection { get; } = new();

    public bool IsChoosing { get; private set; }

    public void ShowRooms(ViewProtocol.ShowRooms show) =>
        (Selection.ServerRooms, Selection.Rooms, IsChoosing) = (show.ServerRooms, show.Rooms, show.IsChoosing);

    public Window Active => _windows[_active];

    /// <summary>
    /// The next room with unread messages, rooms with a mention first; null if all is read.
    /// </summary>
    public Window? Unread =>
        _roomWindows.Where(room => room.Unread > 0).OrderByDescending(room => room.HasMention).FirstOrDefault();

    /// <summary>Rows of a page: one less than visible.</summary>
    public int Page => Math.Max(_layout.Transcript.Height - 1, 1);

    public Window? Find(int id) => _windows.GetValueOrDefault(id);

    /// <summary>
    /// Replaces the list of windows besides the join prompt; existing windows keep their content.
    /// </summary>
    public void SetWindows(IReadOnlyList<(int Id, int Number)> windows, int active)
    {
        if (active != _active) Active.Deactivate();
        int[] kept = [ViewProtocol.JoinPrompt, .. windows.Select(window => window.Id)];
        foreach (var closed in _windows.Keys.Except(kept)) _windows.Remove(closed);
        foreach (var (id, number) in windows)
        {
            var window = new Window(number, settings.Scrollback, theme) { ShowsJoinsAndLeaves = _showsJoinsAndLeaves };
            _windows.TryAdd(id, window);
        }

        _roomWindows = [.. windows.Select(window => _windows[window.Id])];
        if (active == _active) return;
        _active = active;
        Active.Activate();
    }

    /// <summary>Handles a focus change of the terminal.</summary>
    public void Focus(bool isFocused)
    {
        if (isFocused) Active.Activate();
        else Active.Deactivate();
    }

    public void PageUp() => Active.Transcript.Up(Page, _layout.Transcript.Width, _layout.Transcript.Height);

    /// <summary>Scrolls by the mouse wheel; up is positive.</summary>
    public void TurnWheel(int rows)
    {
        if (Active.Overlay is { } overlay) overlay.Move(-rows);
        else if (rows > 0) Active.Transcript.Up(rows, _layout.Transcript.Width, _layout.Transcript.Height);
        else Active.Transcript.Down(-rows, _layout.Transcript.Width);
    }

    /// <summary>Handles what depends on the size of the transcript; false for all else.</summary>
    public bool TryShow(Window window, object shown)
    {
        var (cells, height) = (Math.Max(_layout.Transcript.Width, 1), _layout.Transcript.Height);
        switch (shown)
        {
            case ViewProtocol.GoTo place: window.GoTo(place, cells, height); return true;
            case ViewProtocol.ShowQrCode code: window.ShowQrCode(code.Text, cells, height); return true;
            default: return false;
        }
    }

    public void PageDown() => Active.Transcript.Down(Page, _layout.Transcript.Width);

    public void ToTop() => Active.Transcript.ToTop(_layout.Transcript.Width, _layout.Transcript.Height);

    /// <summary>Scrolls that many pages back from the end; null for the beginning.</summary>
    public void Scroll(int? pages)
    {
        Active.Transcript.ToEnd();
        if (pages is not { } count) ToTop();
        else if (count > 0)
        {
            var rows = (int)Math.Min((long)Page * count, int.MaxValue);
            Active.Transcript.Up(rows, _layout.Transcript.Width, _layout.Transcript.Height);
        }
    }

    /// <summary>Searches in the active window; null ends the search.</summary>
    public void Search(string? text) =>
        Active.Transcript.Find(text, _layout.Transcript.Width, _layout.Transcript.Height);

    /// <summary>Continues the last search; false if there was none.</summary>
    public bool ContinueSearch() =>
        Active.Transcript.ContinueSearch(_layout.Transcript.Width, _layout.Transcript.Height);

    /// <summary>
    /// The topmost visible history gap of the active window; null if there is none.
    /// </summary>
    public ViewProtocol.GapReached? Gap
    {
        get
        {
            var (cells, height) = (Math.Max(_layout.Transcript.Width, 1), _layout.Transcript.Height);
            return Active.Transcript.VisibleGap(cells, height) is var (gap, before)
                ? new ViewProtocol.GapReached(_active, gap, before)
                : null;
        }
    }

    /// <summary>Begins a reply to the message that the user looks at.</summary>
    public void BeginReply()
    {
        var (cells, height) = (Math.Max(_layout.Transcript.Width, 1), _layout.Transcript.Height);
        if (Active.Place is null || Active.Overlay is not null || Active.Edit.Message is not null) return;
        if (Active.Original(cells, height) is { } original) Active.Edit.Reply(original);
        else Active.Show(new ViewProtocol.ShowProblem(ReplyTexts.Nobody), isActive: true);
        Search(null);
    }

    public void FindOlder() => Active.Transcript.FindOlder(_layout.Transcript.Width, _layout.Transcript.Height);

    public void FindNewer() => Active.Transcript.FindNewer(_layout.Transcript.Width, _layout.Transcript.Height);

    /// <summary>Hides the room list if it is visible, otherwise shows it.</summary>
    public void ToggleRooms() => _hidesRooms = !IsChoosing && !_layout.Rooms.IsEmpty;

    /// <summary>Toggles whether joins and leaves are shown; returns the new state.</summary>
    public bool ToggleJoinsAndLeaves()
    {
        _showsJoinsAndLeaves = !_showsJoinsAndLeaves;
        foreach (var window in _windows.Values) window.ShowsJoinsAndLeaves = _showsJoinsAndLeaves;
        return _showsJoinsAndLeaves;
    }

    public void ToggleMembers() => _hidesMembers = !_layout.Members.IsEmpty;

    /// <summary>
    /// Returns the widgets with their rectangles, and the position of the cursor.
    /// </summary>
    public (IReadOnlyList<(Rectangle Place, IReadOnlyList<Row> Rows)> Widgets, (int Cell, int Row) Cursor) Render(
        int width, int height)
    {
        var window = Active;
        var (completion, input) = (window.Completion, window.Editor);
        var editor = EditorWidget.Of(
            window.Prompt, window.ShownInput, input.Cursor, width, Layout.MaxInputRows(height));
        _layout = Layout.Of(width, height, Request(window, editor.Rows.Count));
        var widgets = new (Rectangle, IReadOnlyList<Row>)[]
        {
            (_layout.Notice, [BarWidget.Notice(window.Header, theme, width)]),
            (_layout.Rooms, RoomRows(_layout.Rooms)),
            (Edge(_layout.Transcript.Left - Layout.EdgeCells, _layout.Transcript), Line(_layout.Transcript)),
            (_layout.Transcript, window.Rows(Math.Max(_layout.Transcript.Width, 1), _layout.Transcript.Height)),
            (Edge(_layout.Members.Left - Layout.EdgeCells, _layout.Members), Line(_layout.Transcript)),
            (_layout.Members, MembersRows(window, _layout.Members.Height)),
            (_layout.Completions, CompletionWidget.Of(completion, theme, width, _layout.Completions.Height)),
            (_layout.Tabs, [TabWidget.Of(_roomWindows, window, theme, width)]),
            (_layout.Status, [StatusRow(window, width)]),
            (_layout.Input, editor.Rows),
        };
        return (widgets, (editor.Cell, _layout.Input.Top + editor.Row));
    }

    private IReadOnlyList<Row> MembersRows(Window window, int height) =>
        MemberWidget.Of(window.Present, window.Place?.Nickname, theme, height);

    private Row StatusRow(Window window, int width)
    {
        var transcript = window.Transcript;
        if (window.Overlay is { } overlay) return BarWidget.Bar(overlay.Title, overlay.Hint, theme, width);
        if (transcript.Search is null && window.Edit.Status is var (what, howTo))
            return BarWidget.Bar(what, howTo, theme, width);
        if (transcript.Search is { } search) return SearchWidget.Of(search, theme, width);
        return BarWidget.Status(
            window.Place,
            window.Completion.Names.Count,
            window.Present.Away,
            transcript.IsAtEnd,
            transcript.Unseen,
            theme,
            width,
            IsChoosing ? ScreenTexts.ChooseByKeys : "");
    }

    private LayoutRequest Request(Window window, int inputRows) => new(
        inputRows,
        window.Completion.Shown.Count,
        IsChoosing ? RoomWidget.JoinPromptRows(Selection) : 0,
        window.Header.Length > 0,
        !_hidesRooms,
        window.Place is null ? false : !_hidesMembers)
    {
        HasTabs = _roomWindows.Any(room => room != window),
    };

    private IReadOnlyList<Row> RoomRows(Rectangle place) => IsChoosing
        ? RoomWidget.ForJoinPrompt(Selection, theme, place.Width, place.Height - 1)
        : RoomWidget.Beside(Selection, Active.Number, theme, place.Width, place.Height);

    private static Rectangle Edge(int left, Rectangle beside) =>
        left < 0 || beside.IsEmpty ? default : beside with { Left = left, Width = Layout.EdgeCells };

    private Row[] Line(Rectangle beside) =>
        [.. Enumerable.Repeat(new Row(theme.Faint(" │")), Math.Max(beside.Height, 0))];
}

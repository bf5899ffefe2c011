using LanChat.Client.Settings;
using LanChat.Client.Terminal.Panes;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Windows;

/// <summary>Everything the view shows, and where: the panes for a screen of some size.</summary>
/// <param name="ink">In which colours.</param>
/// <param name="settings">How much of the talk is kept in each window, and what of it is shown.</param>
internal sealed class Desk(Ink ink, ViewSettings settings)
{
    private readonly Dictionary<int, Window> _windows = new() { [ViewProtocol.Choice] = new Window(0, settings.Scrollback, ink) };
    private IReadOnlyList<Window> _rooms = [];
    private int _inSight = ViewProtocol.Choice;
    private Layout _layout = Layout.Of(1, 1, new Wants());
    private bool? _foldsRooms;
    private bool? _foldsMembers;
    private bool _showsComings = settings.Comings;

    /// <summary>The rooms that are near, and the one that would be chosen.</summary>
    public RoomChoice Choice { get; } = new();

    public bool IsChoosing { get; set; }

    public Window InSight => _windows[_inSight];

    /// <summary>The room to go to next to read what was said there: where something is for the user, or else the first one; null when all is read.</summary>
    public Window? Unread => _rooms.Where(room => room.Unread > 0).OrderByDescending(room => room.HasWordForMe).FirstOrDefault();

    /// <summary>Nearly as many rows as are in sight.</summary>
    public int Page => Math.Max(_layout.Talk.Height - 1, 1);

    /// <summary>The window, if it is there.</summary>
    public Window? Find(int id) => _windows.GetValueOrDefault(id);

    /// <summary>From now on there are these windows besides the choice; what stands in those that are there already stays.</summary>
    public void Arrange(IReadOnlyList<(int Id, int Number)> windows, int inSight)
    {
        if (inSight != _inSight) InSight.GoOutOfSight();
        foreach (var gone in _windows.Keys.Except(windows.Select(window => window.Id)).Where(id => id != ViewProtocol.Choice)) _windows.Remove(gone);
        foreach (var (id, number) in windows) _windows.TryAdd(id, new Window(number, settings.Scrollback, ink) { ShowsComings = _showsComings });
        _rooms = [.. windows.Select(window => _windows[window.Id])];
        if (inSight == _inSight) return;
        _inSight = inSight;
        InSight.ComeInSight();
    }

    /// <summary>The user looks at the terminal, or no more.</summary>
    public void Focus(bool isFocused)
    {
        if (isFocused) InSight.ComeInSight();
        else InSight.GoOutOfSight();
    }

    /// <summary>Goes back in the talk, nearly as far as is in sight.</summary>
    public void PageUp() => InSight.Talk.Up(Page, _layout.Talk.Width, _layout.Talk.Height);

    /// <summary>The wheel was turned.</summary>
    public void Turn(int rows)
    {
        if (InSight.Overlay is { } overlay) overlay.Move(-rows);
        else if (rows > 0) InSight.Talk.Up(rows, _layout.Talk.Width, _layout.Talk.Height);
        else InSight.Talk.Down(-rows, _layout.Talk.Width);
    }

    /// <summary>Brings a message in sight.</summary>
    public void GoTo(Window window, ViewProtocol.GoTo place) => window.GoTo(place, Math.Max(_layout.Talk.Width, 1), _layout.Talk.Height);

    public void PageDown() => InSight.Talk.Down(Page, _layout.Talk.Width);

    public void ToTop() => InSight.Talk.ToTop(_layout.Talk.Width, _layout.Talk.Height);

    /// <summary>So many pages back from the end; null for the beginning.</summary>
    public void Scroll(int? pages)
    {
        InSight.Talk.ToEnd();
        if (pages is not { } count) ToTop();
        else if (count > 0) InSight.Talk.Up((int)Math.Min((long)Page * count, int.MaxValue), _layout.Talk.Width, _layout.Talk.Height);
    }

    /// <summary>Looks for a text in the window in sight; null ends that.</summary>
    public void Find(string? text) => InSight.Talk.Find(text, _layout.Talk.Width, _layout.Talk.Height);

    /// <summary>Goes on with the search that was ended last; false when there was none.</summary>
    public bool FindOn() => InSight.Talk.FindOn(_layout.Talk.Width, _layout.Talk.Height);

    /// <summary>Where something of the talk in sight is not shown; null when all of it is.</summary>
    public ViewProtocol.LookedAt? Hole => InSight.Talk.HoleInSight(Math.Max(_layout.Talk.Width, 1), _layout.Talk.Height) is var (hole, before)
        ? new ViewProtocol.LookedAt(_inSight, hole, before)
        : null;

    public void FindOlder() => InSight.Talk.FindOlder(_layout.Talk.Width, _layout.Talk.Height);

    public void FindNewer() => InSight.Talk.FindNewer(_layout.Talk.Width, _layout.Talk.Height);

    /// <summary>Folds the rooms beside the talk away when they are in sight, and in when they are not.</summary>
    public void FoldRooms() => _foldsRooms = !IsChoosing && !_layout.Rooms.IsEmpty;

    /// <summary>Who comes and goes is shown from now on, or no more.</summary>
    public bool FoldComings()
    {
        _showsComings = !_showsComings;
        foreach (var window in _windows.Values) window.ShowsComings = _showsComings;
        return _showsComings;
    }

    public void FoldMembers() => _foldsMembers = !_layout.Members.IsEmpty;

    /// <summary>What stands where, and where the cursor is.</summary>
    public (IReadOnlyList<(Rectangle Place, IReadOnlyList<Row> Rows)> Panes, (int Cell, int Row) Cursor) Lay(int width, int height)
    {
        var window = InSight;
        var (talk, completion, place) = (window.Talk, window.Completion, window.Place);
        var editor = EditorPane.Of(window.Prompt, window.Editor.Text, window.Editor.Cursor, width, Layout.MostInputRows(height));
        _layout = Layout.Of(width, height, Wanted(window, editor.Rows.Count));
        var panes = new (Rectangle, IReadOnlyList<Row>)[]
        {
            (_layout.Notice, [BarPane.Notice(window.Notice, ink, width)]),
            (_layout.Rooms, RoomRows(_layout.Rooms)),
            (Edge(_layout.Talk.Left - Layout.EdgeCells, _layout.Talk), Line(_layout.Talk)),
            (_layout.Talk, window.Rows(Math.Max(_layout.Talk.Width, 1), _layout.Talk.Height)),
            (Edge(_layout.Members.Left - Layout.EdgeCells, _layout.Members), Line(_layout.Talk)),
            (_layout.Members, MemberPane.Of(completion.Names, place?.Nickname, window.Away, ink, _layout.Members.Height)),
            (_layout.Completions, CompletionPane.Of(completion, ink, width, _layout.Completions.Height)),
            (_layout.Tabs, [TabPane.Of(_rooms, window, ink, width)]),
            (_layout.Status, [window.Overlay is { } overlay ? BarPane.Bar(overlay.Title, overlay.Hint, ink, width) : talk.Search is { } search ? SearchPane.Of(search, ink, width) : BarPane.Status(place, completion.Names.Count, window.Away, talk.IsAtEnd, talk.Unseen, ink, width, IsChoosing ? ScreenTexts.ChooseByKeys : "")]),
            (_layout.Input, editor.Rows),
        };
        return (panes, (editor.Cell, _layout.Input.Top + editor.Row));
    }

    private Wants Wanted(Window window, int inputRows) => new(
        inputRows,
        window.Completion.Shown.Count,
        IsChoosing ? RoomPane.ChoiceRows(Choice.Rooms) : 0,
        window.Notice.Length > 0,
        !_foldsRooms,
        window.Place is null ? false : !_foldsMembers)
    {
        HasTabs = _rooms.Any(room => room != window),
    };

    private IReadOnlyList<Row> RoomRows(Rectangle place) => IsChoosing
        ? RoomPane.ToChoose(Choice, ink, place.Width, place.Height - 1)
        : RoomPane.Beside(Choice.Rooms, InSight.Number, ink, place.Width, place.Height);

    private static Rectangle Edge(int left, Rectangle beside) => left < 0 || beside.IsEmpty ? default : beside with { Left = left, Width = Layout.EdgeCells };

    private Row[] Line(Rectangle beside) => [.. Enumerable.Repeat(new Row(ink.Faint(" │")), Math.Max(beside.Height, 0))];
}

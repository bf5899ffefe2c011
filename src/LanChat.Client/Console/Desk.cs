using LanChat.Client.Console.Panes;
using LanChat.Client.Console.Screens;
using LanChat.Client.Discovery;

namespace LanChat.Client.Console;

/// <summary>Everything the view shows, and where: the panes for a screen of some size.</summary>
/// <param name="ink">In which colours.</param>
/// <param name="kept">How many entries of the talk are kept.</param>
internal sealed class Desk(Ink ink, int kept)
{
    private Layout _layout = Layout.Of(1, 1, new Wants());

    public Scrollback Talk { get; } = new(kept, ink);

    public LineEditor Editor { get; } = new();

    public Completion Completion { get; } = new();

    public IReadOnlyList<ListedRoom> Rooms { get; set; } = [];

    public bool IsChoosing { get; set; }

    /// <summary>Who of those present is away.</summary>
    public IReadOnlyList<string> Away { get; set; } = [];

    public Place? Place { get; private set; }

    public string Notice { get; set; } = "";

    public string Prompt { get; set; } = "";

    /// <summary>The notice of another room counts no more.</summary>
    public void GoTo(Place? place)
    {
        if (place?.Address != Place?.Address) Notice = "";
        Place = place;
    }

    /// <summary>Goes back in the talk, nearly as far as is in sight.</summary>
    public void PageUp() => Talk.Up(Page, _layout.Talk.Width, _layout.Talk.Height);

    public void PageDown() => Talk.Down(Page, _layout.Talk.Width);

    public void ToTop() => Talk.ToTop(_layout.Talk.Width, _layout.Talk.Height);

    private int Page => Math.Max(_layout.Talk.Height - 1, 1);

    /// <summary>What stands where, and where the cursor is.</summary>
    public (IReadOnlyList<(Rectangle Place, IReadOnlyList<Row> Rows)> Panes, (int Cell, int Row) Cursor) Lay(int width, int height)
    {
        var editor = EditorPane.Of(Prompt, Editor.Text, Editor.Cursor, width, Layout.MostInputRows(height));
        _layout = Layout.Of(width, height, new Wants(
            editor.Rows.Count, Completion.Shown.Count, IsChoosing ? RoomPane.ChoiceRows(Rooms) : 0, Place is not null && Notice.Length > 0));
        var panes = new (Rectangle, IReadOnlyList<Row>)[]
        {
            (_layout.Notice, [BarPane.Notice(Notice, ink, width)]),
            (_layout.Rooms, RoomRows(_layout.Rooms)),
            (Edge(_layout.Talk.Left - Layout.EdgeCells, _layout.Talk), Line(_layout.Talk)),
            (_layout.Talk, Talk.Visible(Math.Max(_layout.Talk.Width, 1), _layout.Talk.Height)),
            (Edge(_layout.Members.Left - Layout.EdgeCells, _layout.Members), Line(_layout.Talk)),
            (_layout.Members, MemberPane.Of(Completion.Names, Place?.Nickname, Away, ink, _layout.Members.Height)),
            (_layout.Completions, CompletionPane.Of(Completion, ink, width, _layout.Completions.Height)),
            (_layout.Status, [BarPane.Status(Place, Completion.Names.Count, Away, Talk.IsAtEnd, Talk.Unseen, ink, width)]),
            (_layout.Input, editor.Rows),
        };
        return (panes, (editor.Cell, _layout.Input.Top + editor.Row));
    }

    private IReadOnlyList<Row> RoomRows(Rectangle place) => IsChoosing
        ? RoomPane.ToChoose(Rooms, ink, place.Width, place.Height - 1)
        : RoomPane.Beside(Rooms, Place?.Address, ink, place.Height);

    private static Rectangle Edge(int left, Rectangle beside) => left < 0 || beside.IsEmpty ? default : beside with { Left = left, Width = Layout.EdgeCells };

    private Row[] Line(Rectangle beside) => [.. Enumerable.Repeat(new Row(ink.Faint(" │")), Math.Max(beside.Height, 0))];
}

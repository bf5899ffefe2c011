namespace LanChat.Client.Terminal.Screens;

/// <summary>
/// Where everything stands on a screen of some size. What is typed always has its place, then the talk, then the status; the other panes
/// fold away, those at the sides on a narrow screen and the notice on a low one: then their rectangles are empty.
/// </summary>
internal sealed record Layout
{
    public const int MembersFrom = 70;
    public const int RoomsFrom = 100;
    public const int NoticeFrom = 16;
    public const int TabsFrom = 10;
    public const int EdgeCells = 3;
    private const int MemberCells = 18;
    private const int RoomCells = 22;
    private const int LeastTalk = 4;
    private const int LeastTalkCells = 16;

    public Rectangle Notice { get; private init; }

    public Rectangle Rooms { get; private init; }

    public Rectangle Talk { get; private init; }

    public Rectangle Members { get; private init; }

    public Rectangle Completions { get; private init; }

    public Rectangle Tabs { get; private init; }

    public Rectangle Status { get; private init; }

    public Rectangle Input { get; private init; }

    public static Layout Of(int width, int height, Wants wants)
    {
        var input = Math.Clamp(wants.InputRows, 1, MostInputRows(height));
        var status = height > input + 1 ? 1 : 0;
        var tabs = wants.HasTabs && height >= TabsFrom ? 1 : 0;
        var completions = Math.Clamp(wants.CompletionRows, 0, Math.Max(height - input - status - tabs - 1, 0));
        var notice = wants.HasNotice && height >= NoticeFrom ? 1 : 0;
        var body = new Rectangle(0, notice, width, height - notice - completions - tabs - status - input);
        var layout = wants.ChoiceRows > 0 ? Choosing(body, wants.ChoiceRows) : InRoom(body, wants);
        return layout with
        {
            Notice = new Rectangle(0, 0, width, notice),
            Completions = new Rectangle(0, body.Bottom, width, completions),
            Tabs = new Rectangle(0, height - input - status - tabs, width, tabs),
            Status = new Rectangle(0, height - input - status, width, status),
            Input = new Rectangle(0, height - input, width, input),
        };
    }

    /// <summary>A third of the screen is for what is typed, at most.</summary>
    public static int MostInputRows(int height) => Math.Max(height / 3, 1);

    /// <summary>The rooms stand above what is said of them, which keeps a few rows.</summary>
    private static Layout Choosing(Rectangle body, int rows)
    {
        var rooms = Math.Min(rows, Math.Max(body.Height - LeastTalk, body.Height / 2));
        return new Layout
        {
            Rooms = body with { Height = rooms },
            Talk = body with { Top = body.Top + rooms, Height = body.Height - rooms },
        };
    }

    /// <summary>Beside each pane there is an edge that parts it from the talk.</summary>
    private static Layout InRoom(Rectangle body, Wants wants)
    {
        var members = Beside(wants.Members ?? body.Width >= MembersFrom, MemberCells, body.Width);
        var rooms = Beside(wants.Rooms ?? body.Width >= RoomsFrom, RoomCells, body.Width - (members > 0 ? members + EdgeCells : 0));
        var left = rooms > 0 ? rooms + EdgeCells : 0;
        var right = members > 0 ? members + EdgeCells : 0;
        return new Layout
        {
            Rooms = body with { Width = rooms },
            Talk = body with { Left = left, Width = body.Width - left - right },
            Members = body with { Left = body.Width - members, Width = members },
        };
    }

    private static int Beside(bool isWanted, int cells, int width) => isWanted && width - cells - EdgeCells >= LeastTalkCells ? cells : 0;
}

namespace LanChat.Client.Terminal.Screens;

/// <summary>
/// The rectangles of all widgets for a screen size. Space goes to the input first, then the
/// transcript, then the status line. The others collapse to empty rectangles: the side widgets on a
/// narrow screen, the notice on a low one.
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
    private const int MinTranscriptRows = 4;
    private const int MinTranscriptCells = 16;

    public Rectangle Notice { get; private init; }

    public Rectangle Rooms { get; private init; }

    public Rectangle Transcript { get; private init; }

    public Rectangle Members { get; private init; }

    public Rectangle Completions { get; private init; }

    public Rectangle Tabs { get; private init; }

    public Rectangle Status { get; private init; }

    public Rectangle Input { get; private init; }

    public static Layout Of(int width, int height, LayoutRequest request)
    {
        var input = Math.Clamp(request.InputRows, 1, MaxInputRows(height));
        var status = height > input + 1 ? 1 : 0;
        var tabs = request.HasTabs && height >= TabsFrom ? 1 : 0;
        var completions = Math.Clamp(request.CompletionRows, 0, Math.Max(height - input - status - tabs - 1, 0));
        var notice = request.HasNotice && height >= NoticeFrom ? 1 : 0;
        var body = new Rectangle(0, notice, width, height - notice - completions - tabs - status - input);
        var layout = request.JoinPromptRows > 0 ? ForJoinPrompt(body, request.JoinPromptRows) : InRoom(body, request);
        return layout with
        {
            Notice = new Rectangle(0, 0, width, notice),
            Completions = new Rectangle(0, body.Bottom, width, completions),
            Tabs = new Rectangle(0, height - input - status - tabs, width, tabs),
            Status = new Rectangle(0, height - input - status, width, status),
            Input = new Rectangle(0, height - input, width, input),
        };
    }

    /// <summary>The input takes at most a third of the screen.</summary>
    public static int MaxInputRows(int height) => Math.Max(height / 3, 1);

    /// <summary>The join prompt: rooms above, remarks below with a few rows of their own.</summary>
    private static Layout ForJoinPrompt(Rectangle body, int rows)
    {
        var rooms = Math.Min(rows, Math.Max(body.Height - MinTranscriptRows, body.Height / 2));
        return new Layout
        {
            Rooms = body with { Height = rooms },
            Transcript = body with { Top = body.Top + rooms, Height = body.Height - rooms },
        };
    }

    /// <summary>A room: side widgets are separated from the transcript by an edge.</summary>
    private static Layout InRoom(Rectangle body, LayoutRequest request)
    {
        var members = SideWidth(request.Members ?? body.Width >= MembersFrom, MemberCells, body.Width);
        var free = body.Width - (members > 0 ? members + EdgeCells : 0);
        var rooms = SideWidth(request.Rooms ?? body.Width >= RoomsFrom, RoomCells, free);
        var left = rooms > 0 ? rooms + EdgeCells : 0;
        var right = members > 0 ? members + EdgeCells : 0;
        return new Layout
        {
            Rooms = body with { Width = rooms },
            Transcript = body with { Left = left, Width = body.Width - left - right },
            Members = body with { Left = body.Width - members, Width = members },
        };
    }

    private static int SideWidth(bool isWanted, int cells, int width) =>
        isWanted && width - cells - EdgeCells >= MinTranscriptCells ? cells : 0;
}

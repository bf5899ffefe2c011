using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Tests.Terminal.Screens;

public sealed class LayoutSpecs
{
    private static readonly LayoutRequest WithNotice = new(HasNotice: true);

    [Fact]
    public void A_medium_screen_has_notice_transcript_members_status_and_input()
    {
        var layout = Layout.Of(80, 24, WithNotice);

        Assert.Equal(new Rectangle(0, 0, 80, 1), layout.Notice);
        Assert.Equal(new Rectangle(0, 1, 59, 21), layout.Transcript);
        Assert.Equal(new Rectangle(62, 1, 18, 21), layout.Members);
        Assert.Equal(new Rectangle(0, 22, 80, 1), layout.Status);
        Assert.Equal(new Rectangle(0, 23, 80, 1), layout.Input);
        Assert.True(layout.Rooms.IsEmpty);
    }

    [Fact]
    public void A_wide_screen_has_the_rooms_as_well()
    {
        var layout = Layout.Of(120, 40, WithNotice);

        Assert.Equal(new Rectangle(0, 1, 22, 37), layout.Rooms);
        Assert.Equal(new Rectangle(25, 1, 74, 37), layout.Transcript);
        Assert.Equal(new Rectangle(102, 1, 18, 37), layout.Members);
    }

    [Fact]
    public void A_small_screen_has_transcript_status_and_input()
    {
        var layout = Layout.Of(40, 12, WithNotice);

        Assert.Equal(new Rectangle(0, 0, 40, 10), layout.Transcript);
        Assert.Equal(new Rectangle(0, 10, 40, 1), layout.Status);
        Assert.Equal(new Rectangle(0, 11, 40, 1), layout.Input);
        Assert.True(layout.Notice.IsEmpty && layout.Members.IsEmpty && layout.Rooms.IsEmpty);
    }

    [Fact]
    public void In_the_join_prompt_the_rooms_are_above_the_transcript()
    {
        var layout = Layout.Of(80, 24, new LayoutRequest(JoinPromptRows: 5));

        Assert.Equal(new Rectangle(0, 0, 80, 5), layout.Rooms);
        Assert.Equal(new Rectangle(0, 5, 80, 17), layout.Transcript);
        Assert.Equal(18, Layout.Of(80, 24, new LayoutRequest(JoinPromptRows: 50)).Rooms.Height);
    }

    [Fact]
    public void Several_windows_have_tabs_unless_the_screen_is_very_low()
    {
        var layout = Layout.Of(80, 24, new LayoutRequest { HasTabs = true });

        Assert.Equal(new Rectangle(0, 21, 80, 1), layout.Tabs);
        Assert.Equal(21, layout.Transcript.Bottom);
        Assert.True(Layout.Of(80, 9, new LayoutRequest { HasTabs = true }).Tabs.IsEmpty);
    }

    [Fact]
    public void Side_panes_can_be_shown_or_hidden_if_there_is_space()
    {
        var folded = Layout.Of(120, 40, new LayoutRequest(Rooms: false, Members: false));
        Assert.True(folded.Rooms.IsEmpty && folded.Members.IsEmpty);
        Assert.Equal(120, folded.Transcript.Width);

        var wanted = Layout.Of(80, 24, new LayoutRequest(Rooms: true));
        Assert.Equal((22, 34, 18), (wanted.Rooms.Width, wanted.Transcript.Width, wanted.Members.Width));
        Assert.Equal(19, Layout.Of(40, 12, new LayoutRequest(Rooms: true, Members: true)).Transcript.Width);
        Assert.True(Layout.Of(36, 12, new LayoutRequest(Members: true)).Members.IsEmpty);
    }

    [Fact]
    public void The_input_takes_at_most_a_third_of_the_screen() =>
        Assert.Equal(new Rectangle(0, 8, 40, 4), Layout.Of(40, 12, new LayoutRequest(InputRows: 9)).Input);

    [Fact]
    public void On_any_screen_all_panes_fit_and_none_overlap()
    {
        for (var width = 1; width < 130; width += 7)
        {
            for (var height = 1; height < 30; height++)
            {
                LayoutRequest[] requests =
                [
                    WithNotice,
                    new(3, 6, 9, true),
                    new(20, 6, 0, true),
                    new(3, 6, 0, true, true, true) { HasTabs = true },
                ];
                foreach (var request in requests)
                {
                    var layout = Layout.Of(width, height, request);
                    Rectangle[] all = [
                        layout.Notice,
                        layout.Rooms,
                        layout.Transcript,
                        layout.Members,
                        layout.Completions,
                        layout.Tabs,
                        layout.Status,
                        layout.Input,
                    ];
                    var taken = all.Where(part => !part.IsEmpty).SelectMany(Cells).ToArray();

                    Assert.Equal(taken.Length, taken.Distinct().Count());
                    Assert.All(taken, cell => Assert.True(cell.Cell < width && cell.Row < height
                        && cell is { Cell: >= 0, Row: >= 0 }));
                    Assert.False(layout.Input.IsEmpty);
                }
            }
        }
    }

    private static IEnumerable<(int Cell, int Row)> Cells(Rectangle part) =>
        from row in Enumerable.Range(part.Top, part.Height)
        from cell in Enumerable.Range(part.Left, part.Width)
        select (cell, row);
}

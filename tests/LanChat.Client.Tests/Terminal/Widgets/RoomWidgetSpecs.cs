using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Terminal.Widgets;

public sealed class RoomWidgetSpecs
{
    private static readonly Theme Theme = TestTheme.With(ColorSystem.EightBit);

    private static ListedRoom Room(
        int number, string name, string ip = "10.0.0.1", int? members = null, int silence = 0) =>
        new(number, Event.Name(name), new PeerAddress(ip, 8001), members, TimeSpan.FromSeconds(silence));

    private static string[] ForJoinPrompt(IReadOnlyList<ListedRoom> rooms, int cells, int most) =>
        [.. RoomWidget.ForJoinPrompt(
            new RoomSelection { Rooms = rooms }, Theme, cells, most).Select(row => row.Fit(cells).Text)];

    private static string[] Beside(ListedRoom room, int cells) =>
        [.. RoomWidget.Beside(new RoomSelection { Rooms = [room] }, 0, Theme, cells, 10).Select(row => row.Text)];

    [Fact]
    public void Without_rooms_the_search_is_shown() => Assert.Equal(["Rooms near you", "  Searching …"], ForJoinPrompt([], 40, 10));

    [Fact]
    public void Rooms_are_shown_with_number_name_members_and_address() => Assert.Equal(
        [
            "Rooms near you",
            "▸2 ● 物联网数据平台       12 here  10.0.0.1:8001",
            " 3 ● Ours                          10.0.0.1:8001",
        ],
        ForJoinPrompt([Room(2, "物联网数据平台", members: 12), Room(3, "Ours")], 56, 10));

    [Fact]
    public void On_a_narrow_screen_members_are_a_number() => Assert.Equal(
        ["Rooms near you", "▸2 ● 物联网数据平台      12  10.0.0.1:8001", " 3 ● Ours                    10.0.0.1:8001"],
        ForJoinPrompt([Room(2, "物联网数据平台", members: 12), Room(3, "Ours")], 49, 10));

    [Fact]
    public void A_silent_room_is_faint_with_a_ring_and_its_silence()
    {
        var row =
            RoomWidget.ForJoinPrompt(new RoomSelection
            {
                Rooms = [Room(1, "Yours"), Room(
                2, "Ours", members: 12, silence: 4)]
            }, Theme, 46, 10)[2];

        Assert.StartsWith(" 2 ○ Ours              4 s  10.0", row.Text);
        Assert.All(row.Spans.Skip(1), span => Assert.Equal(Theme.Faint("").Style, span.Style));
    }

    [Fact]
    public void Numbers_are_aligned() =>
        Assert.Equal(["▸ 2 ● A", " 10 ● B"], ForJoinPrompt(
            [Room(2, "A"), Room(10, "B")], 60, 10).Skip(1).Select(line => line[..7]));

    [Fact]
    public void Rooms_that_do_not_fit_are_counted() => Assert.Equal(
        ["Rooms ne", "▸1 ● R  ", " 2 ● R  ", "… and 2 "],
        ForJoinPrompt([Room(1, "R"), Room(2, "R"), Room(3, "R"), Room(4, "R")], 60, 4).Select(line => line[..8]));

    [Fact]
    public void Without_hidden_rooms_nothing_is_counted() =>
        Assert.Equal(
            4, ForJoinPrompt([Room(1, "R"), Room(2, "R"), Room(3, "R")], 60, 4).Count(line => !line.StartsWith('…')));

    [Fact]
    public void The_active_room_is_highlighted_beside_the_transcript()
    {
        var rows = RoomWidget.Beside(
            new RoomSelection { Rooms = [Room(1, "Ours", members: 3), Room(2, "Yours and mine", "10.0.0.2")] },
            1, Theme, 14, 10);

        Assert.Equal(["Rooms near you", "1 ● Ours     3", "2 ● Yours and…"], rows.Select(row => row.Text));
        Assert.Equal(Theme.Strong("Ours    "), rows[1].Spans[2]);
        Assert.NotEqual(Theme.Strong("Yours and…"), rows[2].Spans[2]);
    }

    [Fact]
    public void Beside_the_transcript_the_member_count_takes_precedence_over_the_name()
    {
        Assert.Equal(
            "1 ● A lon… 120", Beside(Room(1, "A long name", members: 120), 14)[1]);
        Assert.Equal("1 ○ A long… 4 s", Beside(Room(1, "A long name", members: 120, silence: 4), 15)[1]);
    }
}

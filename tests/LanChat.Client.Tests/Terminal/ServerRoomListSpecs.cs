using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Terminal;

/// <summary>The rooms of the server above those nearby.</summary>
public sealed class ServerRoomListSpecs : ViewSpec
{
    private static readonly Theme Theme = TestTheme.With(ColorSystem.EightBit);

    private static readonly ServerRoom[] OnServer =
        [new(1, "Lobby", 2), new(2, "厨房", 12) { Topic = "what we cook", Unread = 3 }];

    private static readonly ListedRoom[] Nearby = [new(3, Event.Name("Yours"), new PeerAddress("10.0.0.1", 8001), 4)];

    private static RoomSelection Both => new() { ServerRooms = OnServer, Rooms = Nearby };

    [Fact]
    public void Members_unread_messages_and_topic_are_shown() => Assert.Equal(
        [
            "Rooms on this server",
            "▸1 ● Lobby                   2 here",
            " 2 ● 厨房                   12 here  3 unread  what we co…",
            "Rooms near you",
            " 3 ● Yours                   4 here  10.0.0.1:8001",
        ],
        RoomWidget.ForJoinPrompt(Both, Theme, 58, 10).Select(row => row.Text.TrimEnd()));

    [Fact]
    public void Beside_the_talk_a_count_stands_before_the_members() => Assert.Equal(
        ["Rooms on this server", "1 ● Lobby          2", "2 ● 厨房       +3 12", "Rooms near you", "3 ● Yours          4"],
        RoomWidget.Beside(Both, 1, Theme, 20, 10).Select(row => row.Text));

    [Fact]
    public void The_selection_goes_from_one_list_to_the_other()
    {
        Show(new ViewProtocol.Prompt("Room: "), new ViewProtocol.ShowRooms(Nearby, IsChoosing: true)
        {
            ServerRooms = OnServer,
        });
        Terminal.Press(Keys.Of(ConsoleKey.DownArrow));
        Terminal.Press(Keys.Of(ConsoleKey.DownArrow));
        Terminal.Press(Keys.Enter);

        Assert.Equal(new ViewProtocol.LineEntered("3"), ExpectMsg<ViewProtocol.IUserInput>());
    }

    [Fact]
    public void A_command_is_completed_for_who_may_use_it()
    {
        Show(
            new ViewProtocol.Prompt("> "),
            new ViewProtocol.ShowPermissions(new RoomPermissions(HasRooms: true, [])));
        Terminal.Press("/arch");
        Assert.Equal("", Above);
        Terminal.Press(Keys.Control(ConsoleKey.U));

        Show(new ViewProtocol.ShowPermissions(new RoomPermissions(HasRooms: true, ["archive"])));
        Terminal.Press("/arch");
        Assert.Contains("/archive", Above);
    }
}

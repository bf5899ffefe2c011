using LanChat.Client.PlainText;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.PlainText;

public sealed class PlainRoomsSpecs
{
    private static readonly ListedRoom First = Room(1, "First", 1);
    private static readonly ListedRoom Second = Room(2, "Second", null);

    private readonly PlainRooms _rooms = new();

    [Fact]
    public void All_rooms_are_printed_first_and_then_only_changes()
    {
        Assert.Equal(["room 1: First, 10.0.0.1:8001, 1 person"], Show(First));
        Assert.Equal([], Show(First with { Members = 2, Silence = TimeSpan.FromSeconds(9) }));
        Assert.Equal(["room 2: Second, 10.0.0.2:8001"], Show(First, Second));
        Assert.Equal(["room 1 is gone: First"], Show(Second));
        Assert.Equal(["room 1: First, 10.0.0.1:8001, 1 person"], Show(First, Second));
    }

    [Fact]
    public void Without_rooms_the_search_is_announced_once()
    {
        Assert.Equal(["note: Searching for rooms …"], Show());
        Assert.Equal([], Show());
        _rooms.Reset();
        Assert.Equal(["note: Searching for rooms …"], Show());
    }

    [Fact]
    public void After_a_reset_only_current_rooms_are_printed_again()
    {
        Show(First, Second);
        _rooms.Reset();

        Assert.Equal(["room 2: Second, 10.0.0.2:8001"], Show(Second));
    }

    [Fact]
    public void Nothing_is_printed_outside_the_join_prompt() =>
        Assert.Equal([], _rooms.Show(new ViewProtocol.ShowRooms([First], IsChoosing: false)));

    [Fact]
    public void Rooms_of_the_server_come_first_with_what_is_unread_and_what_they_are_about() => Assert.Equal(
        [
            "room 3: Lobby, 1 person",
            "room 4: Kitchen, 2 people, 5 unread; soup",
            "room 1: First, 10.0.0.1:8001, 1 person",
        ],
        _rooms.Show(new ViewProtocol.ShowRooms([First], IsChoosing: true)
        {
            ServerRooms = [new(3, "Lobby", 1), new(4, "Kitchen", 2) { Topic = "soup", Unread = 5 }],
        }));

    private IReadOnlyList<string> Show(params ListedRoom[] rooms) =>
        _rooms.Show(new ViewProtocol.ShowRooms(rooms, IsChoosing: true));

    private static ListedRoom Room(int number, string name, int? members) =>
        new(number, Event.Name(name), new PeerAddress($"10.0.0.{number}", 8001), members);
}

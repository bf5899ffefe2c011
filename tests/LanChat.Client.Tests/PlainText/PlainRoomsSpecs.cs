using LanChat.Client.PlainText;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.PlainText;

public sealed class PlainRoomsSpecs
{
    private static readonly ListedRoom First = Room(1, "First", 1);
    private static readonly ListedRoom Second = Room(2, "Second", null);

    private readonly PlainRooms _rooms = new();

    [Fact]
    public void All_are_told_first_and_then_only_what_changes()
    {
        Assert.Equal(["room 1: First, 10.0.0.1:8001, 1 person"], Show(First));
        Assert.Equal([], Show(First with { Members = 2, Silence = TimeSpan.FromSeconds(9) }));
        Assert.Equal(["room 2: Second, 10.0.0.2:8001"], Show(First, Second));
        Assert.Equal(["room 1 is gone: First"], Show(Second));
        Assert.Equal(["room 1: First, 10.0.0.1:8001, 1 person"], Show(First, Second));
    }

    [Fact]
    public void Where_there_is_none_it_says_that_it_listens_once()
    {
        Assert.Equal(["note: Searching for rooms …"], Show());
        Assert.Equal([], Show());
        _rooms.Reset();
        Assert.Equal(["note: Searching for rooms …"], Show());
    }

    [Fact]
    public void Asked_again_it_tells_all_of_them_again_and_nothing_of_those_gone()
    {
        Show(First, Second);
        _rooms.Reset();

        Assert.Equal(["room 2: Second, 10.0.0.2:8001"], Show(Second));
    }

    [Fact]
    public void Nothing_is_told_where_nothing_is_to_be_chosen() =>
        Assert.Equal([], _rooms.Show([First], isChoosing: false));

    private IReadOnlyList<string> Show(params ListedRoom[] rooms) => _rooms.Show(rooms, isChoosing: true);

    private static ListedRoom Room(int number, string name, int? members) =>
        new(number, Event.Name(name), new PeerAddress($"10.0.0.{number}", 8001), members);
}

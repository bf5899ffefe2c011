using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Discovery;

public sealed class RoomListSpecs
{
    private readonly RoomList _list = new(most: 3);

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    private static Announcement Room(string name, int port, int? members = null) =>
        new(Said.Name(name), new PeerAddress("10.0.0.1", port), members);

    private IEnumerable<string> Shown => _list.Rooms.Select(room => $"{room.Number} {room.Name} {room.Address.Port}");

    [Fact]
    public void A_room_that_is_heard_of_is_listed()
    {
        Assert.True(_list.Hear(Room("Ours", 1)));

        Assert.Equal(["1 Ours 1"], Shown);
    }

    [Fact]
    public void Hearing_the_same_again_changes_nothing()
    {
        _list.Hear(Room("Ours", 1));

        Assert.False(_list.Hear(Room("Ours", 1)));
        Assert.Equal(["1 Ours 1"], Shown);
    }

    [Fact]
    public void The_same_address_replaces_its_entry()
    {
        _list.Hear(Room("Ours", 1));

        Assert.True(_list.Hear(Room("Yours", 1)));
        Assert.Equal(["1 Yours 1"], Shown);
    }

    [Fact]
    public void How_many_are_in_it_is_as_it_was_last_heard()
    {
        Assert.True(_list.Hear(Room("Ours", 1, members: 3)));
        Assert.Equal(3, _list.Rooms[0].Members);
        Assert.False(_list.Hear(Room("Ours", 1, members: 3)));
        Assert.True(_list.Hear(Room("Ours", 1, members: 4)));
        Assert.Equal(4, _list.Rooms[0].Members);
    }

    [Fact]
    public void Rooms_of_one_name_at_two_addresses_are_two()
    {
        _list.Hear(Room("Ours", 1));
        _list.Hear(Room("Ours", 2));

        Assert.Equal(["1 Ours 1", "2 Ours 2"], Shown);
    }

    [Fact]
    public void A_room_keeps_its_number_when_another_goes_and_the_number_is_given_again()
    {
        _list.Hear(Room("A", 1));
        _list.Hear(Room("B", 2));

        Assert.True(_list.Drop(Room("A", 1).Address));
        Assert.Equal(["2 B 2"], Shown);
        _list.Hear(Room("C", 3));
        Assert.Equal(["1 C 3", "2 B 2"], Shown);
    }

    [Fact]
    public void A_room_that_was_not_heard_of_in_time_is_fresh_again_when_it_is()
    {
        _list.Hear(Room("A", 1));

        Assert.True(_list.Fade(Room("A", 1).Address, Silence));
        Assert.False(_list.Rooms[0].IsFresh);
        Assert.True(_list.Fade(Room("A", 1).Address, Silence * 2));
        Assert.Equal(Silence * 2, _list.Rooms[0].Silence);
        Assert.False(_list.Fade(Room("A", 1).Address, Silence * 2));
        Assert.False(_list.Fade(Room("B", 2).Address, Silence));
        Assert.True(_list.Hear(Room("A", 1)));
        Assert.True(_list.Rooms[0].IsFresh);
    }

    [Fact]
    public void Dropping_what_is_not_listed_changes_nothing() => Assert.False(_list.Drop(Room("A", 1).Address));

    [Fact]
    public void More_rooms_than_may_be_are_passed_over()
    {
        for (var port = 1; port <= 3; port++) Assert.True(_list.Hear(Room("A", port)));

        Assert.False(_list.Hear(Room("A", 4)));
        Assert.False(_list.IsListed(Room("A", 4).Address));
        Assert.Equal(3, _list.Rooms.Count);
        Assert.True(_list.Hear(Room("B", 3)));
    }
}

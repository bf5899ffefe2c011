using System.Net;
using LanChat.Protocol;

namespace LanChat.Discovery.Tests;

public sealed class RoomListSpecs
{
    private readonly RoomList _list = new(most: 3);

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    private static Announcement Room(string name, int port, int? members = null) =>
        new(Named.Room(name), new PeerAddress("10.0.0.1", port), members);

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

    private static Announcement At(
        string ip, string name = "Ours", string? log = null, int port = 8001, int? members = null) =>
        new(Named.Room(name), new PeerAddress(ip, port), members) { Log = log };

    [Fact]
    public void A_room_in_two_networks_is_one_by_its_history_whatever_it_is_called()
    {
        var list = new RoomList(most: 10);
        Assert.True(list.Hear(At("10.1.1.1", log: "00000000000000aa")));

        Assert.False(list.Hear(At("10.1.2.1", log: "00000000000000aa")));
        Assert.True(list.Hear(At("10.1.3.1", log: "00000000000000bb")));

        Assert.Equal(["1 10.1.1.1", "2 10.1.3.1"], list.Rooms.Select(room => $"{room.Number} {room.Address.Ip}"));
        Assert.True(list.Fade(At("10.1.1.1").Address, Silence));
        Assert.Equal("10.1.2.1", list.Rooms[0].Address.Ip);
        list.Drop(At("10.1.1.1").Address);
        Assert.Equal((1, "10.1.2.1"), (list.Rooms[0].Number, list.Rooms[0].Address.Ip));
    }

    [Fact]
    public void Of_those_that_do_not_say_which_history_is_theirs_name_and_port_make_one()
    {
        var list = new RoomList(most: 10);
        list.Hear(At("10.1.1.1"));
        list.Hear(At("10.1.2.1"));
        list.Hear(At("10.1.3.1", name: "Theirs"));
        list.Hear(At("10.1.4.1", port: 8002));

        Assert.Equal(
            ["1 10.1.1.1", "2 10.1.3.1", "3 10.1.4.1"], list.Rooms.Select(room => $"{room.Number} {room.Address.Ip}"));
    }

    [Fact]
    public void A_room_that_becomes_another_than_it_was_in_two_networks_has_a_number_of_its_own()
    {
        var list = new RoomList(most: 10);
        list.Hear(At("10.1.1.1"));
        list.Hear(At("10.1.2.1"));

        Assert.True(list.Hear(At("10.1.2.1", name: "Theirs")));

        Assert.Equal(["1 Ours", "2 Theirs"], list.Rooms.Select(room => $"{room.Number} {room.Name}"));
    }

    [Fact]
    public void What_others_say_of_a_room_counts_only_where_it_is_silent_itself()
    {
        var list = new RoomList(most: 10);
        var (itself, other) = (IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.66"));
        list.Hear(At("10.0.0.1"), itself);

        Assert.False(list.IsBelievable(At("10.0.0.1", name: "Forged"), other));
        Assert.True(list.IsBelievable(At("10.0.0.1", name: "Renamed"), itself));
        list.Fade(At("10.0.0.1").Address, Silence);
        Assert.True(list.IsBelievable(At("10.0.0.1", name: "Forged"), other));
        list.Hear(At("10.0.0.1", name: "Forged"), other);
        Assert.True(list.IsBelievable(At("10.0.0.1"), itself));
    }

    [Fact]
    public void Nobody_with_another_history_says_what_a_room_is_that_is_heard_of()
    {
        var list = new RoomList(most: 10);
        list.Hear(At("10.0.0.1", log: "00000000000000aa"));

        Assert.False(list.IsBelievable(At("10.0.0.1", name: "Forged", log: "00000000000000bb")));
        Assert.False(list.IsBelievable(At("10.0.0.1", name: "Forged")));
        Assert.True(list.IsBelievable(At("10.0.0.1", name: "Renamed", log: "00000000000000aa")));
        list.Fade(At("10.0.0.1").Address, Silence);
        Assert.True(list.IsBelievable(At("10.0.0.1", log: "00000000000000bb")));
    }

    [Fact]
    public void Rooms_that_somebody_makes_up_take_no_place_from_those_that_are_there()
    {
        var list = new RoomList(most: 50);
        var forger = IPAddress.Parse("10.0.0.66");
        for (var number = 1; number <= 200; number++)
            list.Hear(At($"10.7.0.{number}", name: $"made up {number}"), forger);
        for (var port = 1; port <= 200; port++) list.Hear(At("10.0.0.66", name: $"made up {port}", port: port), forger);
        Assert.Equal(50, list.Rooms.Count);

        for (var number = 1; number <= 20; number++)
            list.Hear(At($"10.0.0.{number}", name: $"real {number}"), IPAddress.Parse($"10.0.0.{number}"));

        Assert.Equal(20, list.Rooms.Count(room => room.Name.Text.StartsWith("real ", StringComparison.Ordinal)));
        Assert.Equal(50, list.Rooms.Count);
    }

    [Fact]
    public void What_is_told_of_rooms_elsewhere_takes_few_places()
    {
        var list = new RoomList(most: 1000);
        for (var number = 1; number <= 200; number++)
            list.Hear(At($"10.7.0.{number}", name: $"made up {number}"), IPAddress.Parse("10.0.0.66"));

        Assert.Equal(8, list.Rooms.Count);
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

using System.Net;
using LanChat.Protocol;

namespace LanChat.Discovery.Tests;

public sealed class RoomDirectorySpecs
{
    private readonly RoomDirectory _list = new(maxAddresses: 3);

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    private static Announcement Room(string name, int port, int? members = null) =>
        new(RoomNames.Room(name), new PeerAddress("10.0.0.1", port), members);

    private IEnumerable<string> Shown => _list.Rooms.Select(room => $"{room.Number} {room.Name} {room.Address.Port}");

    [Fact]
    public void An_announced_room_is_listed()
    {
        Assert.True(_list.Update(Room("Ours", 1)));

        Assert.Equal(["1 Ours 1"], Shown);
    }

    [Fact]
    public void The_same_announcement_again_changes_nothing()
    {
        _list.Update(Room("Ours", 1));

        Assert.False(_list.Update(Room("Ours", 1)));
        Assert.Equal(["1 Ours 1"], Shown);
    }

    [Fact]
    public void The_same_address_replaces_its_entry()
    {
        _list.Update(Room("Ours", 1));

        Assert.True(_list.Update(Room("Yours", 1)));
        Assert.Equal(["1 Yours 1"], Shown);
    }

    [Fact]
    public void The_number_of_members_is_the_last_announced()
    {
        Assert.True(_list.Update(Room("Ours", 1, members: 3)));
        Assert.Equal(3, _list.Rooms[0].Members);
        Assert.False(_list.Update(Room("Ours", 1, members: 3)));
        Assert.True(_list.Update(Room("Ours", 1, members: 4)));
        Assert.Equal(4, _list.Rooms[0].Members);
    }

    [Fact]
    public void Rooms_with_the_same_name_at_two_addresses_are_two_rooms()
    {
        _list.Update(Room("Ours", 1));
        _list.Update(Room("Ours", 2));

        Assert.Equal(["1 Ours 1", "2 Ours 2"], Shown);
    }

    [Fact]
    public void A_room_keeps_its_number_and_a_free_number_is_reused()
    {
        _list.Update(Room("A", 1));
        _list.Update(Room("B", 2));

        Assert.True(_list.Remove(Room("A", 1).Address));
        Assert.Equal(["2 B 2"], Shown);
        _list.Update(Room("C", 3));
        Assert.Equal(["1 C 3", "2 B 2"], Shown);
    }

    [Fact]
    public void An_overdue_room_is_fresh_after_the_next_announcement()
    {
        _list.Update(Room("A", 1));

        Assert.True(_list.MarkSilent(Room("A", 1).Address, Silence));
        Assert.False(_list.Rooms[0].IsFresh);
        Assert.True(_list.MarkSilent(Room("A", 1).Address, Silence * 2));
        Assert.Equal(Silence * 2, _list.Rooms[0].Silence);
        Assert.False(_list.MarkSilent(Room("A", 1).Address, Silence * 2));
        Assert.False(_list.MarkSilent(Room("B", 2).Address, Silence));
        Assert.True(_list.Update(Room("A", 1)));
        Assert.True(_list.Rooms[0].IsFresh);
    }

    private static Announcement At(
        string ip, string name = "Ours", string? log = null, int port = 8001, int? members = null) =>
        new(RoomNames.Room(name), new PeerAddress(ip, port), members) { Log = log };

    [Fact]
    public void Addresses_with_the_same_log_id_are_one_room()
    {
        var list = new RoomDirectory(maxAddresses: 10);
        Assert.True(list.Update(At("10.1.1.1", log: "00000000000000aa")));

        Assert.False(list.Update(At("10.1.2.1", log: "00000000000000aa")));
        Assert.True(list.Update(At("10.1.3.1", log: "00000000000000bb")));

        Assert.Equal(["1 10.1.1.1", "2 10.1.3.1"], list.Rooms.Select(room => $"{room.Number} {room.Address.Ip}"));
        Assert.True(list.MarkSilent(At("10.1.1.1").Address, Silence));
        Assert.Equal("10.1.2.1", list.Rooms[0].Address.Ip);
        list.Remove(At("10.1.1.1").Address);
        Assert.Equal((1, "10.1.2.1"), (list.Rooms[0].Number, list.Rooms[0].Address.Ip));
    }

    [Fact]
    public void Without_log_ids_the_same_name_and_port_are_one_room()
    {
        var list = new RoomDirectory(maxAddresses: 10);
        list.Update(At("10.1.1.1"));
        list.Update(At("10.1.2.1"));
        list.Update(At("10.1.3.1", name: "Theirs"));
        list.Update(At("10.1.4.1", port: 8002));

        Assert.Equal(
            ["1 10.1.1.1", "2 10.1.3.1", "3 10.1.4.1"], list.Rooms.Select(room => $"{room.Number} {room.Address.Ip}"));
    }

    [Fact]
    public void An_address_that_becomes_another_room_gets_its_own_number()
    {
        var list = new RoomDirectory(maxAddresses: 10);
        list.Update(At("10.1.1.1"));
        list.Update(At("10.1.2.1"));

        Assert.True(list.Update(At("10.1.2.1", name: "Theirs")));

        Assert.Equal(["1 Ours", "2 Theirs"], list.Rooms.Select(room => $"{room.Number} {room.Name}"));
    }

    [Fact]
    public void Second_hand_announcements_count_only_while_the_room_is_silent()
    {
        var list = new RoomDirectory(maxAddresses: 10);
        var (itself, other) = (IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.66"));
        list.Update(At("10.0.0.1"), itself);

        Assert.False(list.IsTrusted(At("10.0.0.1", name: "Forged"), other));
        Assert.True(list.IsTrusted(At("10.0.0.1", name: "Renamed"), itself));
        list.MarkSilent(At("10.0.0.1").Address, Silence);
        Assert.True(list.IsTrusted(At("10.0.0.1", name: "Forged"), other));
        list.Update(At("10.0.0.1", name: "Forged"), other);
        Assert.True(list.IsTrusted(At("10.0.0.1"), itself));
    }

    [Fact]
    public void An_announcement_with_another_log_id_is_ignored_while_the_room_announces_itself()
    {
        var list = new RoomDirectory(maxAddresses: 10);
        list.Update(At("10.0.0.1", log: "00000000000000aa"));

        Assert.False(list.IsTrusted(At("10.0.0.1", name: "Forged", log: "00000000000000bb")));
        Assert.False(list.IsTrusted(At("10.0.0.1", name: "Forged")));
        Assert.True(list.IsTrusted(At("10.0.0.1", name: "Renamed", log: "00000000000000aa")));
        list.MarkSilent(At("10.0.0.1").Address, Silence);
        Assert.True(list.IsTrusted(At("10.0.0.1", log: "00000000000000bb")));
    }

    [Fact]
    public void Forged_rooms_do_not_displace_real_ones()
    {
        var list = new RoomDirectory(maxAddresses: 50);
        var forger = IPAddress.Parse("10.0.0.66");
        for (var number = 1; number <= 200; number++)
            list.Update(At($"10.7.0.{number}", name: $"made up {number}"), forger);
        for (var port = 1; port <= 200; port++)
            list.Update(At("10.0.0.66", name: $"made up {port}", port: port), forger);
        Assert.Equal(50, list.Rooms.Count);

        for (var number = 1; number <= 20; number++)
            list.Update(At($"10.0.0.{number}", name: $"real {number}"), IPAddress.Parse($"10.0.0.{number}"));

        Assert.Equal(20, list.Rooms.Count(room => room.Name.Text.StartsWith("real ", StringComparison.Ordinal)));
        Assert.Equal(50, list.Rooms.Count);
    }

    [Fact]
    public void Second_hand_announcements_take_few_entries()
    {
        var list = new RoomDirectory(maxAddresses: 1000);
        for (var number = 1; number <= 200; number++)
            list.Update(At($"10.7.0.{number}", name: $"made up {number}"), IPAddress.Parse("10.0.0.66"));

        Assert.Equal(8, list.Rooms.Count);
    }

    [Fact]
    public void Removing_an_unknown_address_changes_nothing() => Assert.False(_list.Remove(Room("A", 1).Address));

    [Fact]
    public void Rooms_beyond_the_maximum_are_ignored()
    {
        for (var port = 1; port <= 3; port++) Assert.True(_list.Update(Room("A", port)));

        Assert.False(_list.Update(Room("A", 4)));
        Assert.False(_list.IsListed(Room("A", 4).Address));
        Assert.Equal(3, _list.Rooms.Count);
        Assert.True(_list.Update(Room("B", 3)));
    }
}

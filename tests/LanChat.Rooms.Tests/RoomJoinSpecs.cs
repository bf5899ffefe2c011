using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

public sealed class RoomJoinSpecs
{
    [Fact]
    public void A_free_nickname_is_assigned_as_requested()
    {
        var room = TestRoom.Open();

        Assert.Equal(new Member("小糖豆", new PeerAddress("192.168.38.203", 50_001)), room.Join("小糖豆").Member);
        Assert.Equal(1, room.Count);
    }

    [Fact]
    public void A_taken_nickname_gets_the_first_free_number()
    {
        var room = TestRoom.Open();
        room.Join("Ann");

        Assert.Equal("Ann_2", room.Join("Ann").Member.Nickname);
        Assert.Equal("Ann_3", room.Join("Ann").Member.Nickname);
        Assert.Equal("Ann_4", room.Join("Ann_2").Member.Nickname);
        Assert.Equal("ann_5", room.Join("ann").Member.Nickname);
    }

    [Fact]
    public void Older_clients_get_their_own_suffix()
    {
        var room = TestRoom.Open();
        room.Join("Ann");

        Assert.Equal("Ann_2", room.Join("Ann", Numbering.Repeated).Member.Nickname);
        Assert.Equal("Ann_2_2", room.Join("Ann", Numbering.Repeated).Member.Nickname);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("ANN")]
    [InlineData("Ａｎｎ")]
    public void A_nickname_that_differs_in_case_or_compatibility_form_is_taken(string name)
    {
        var room = TestRoom.Open();
        room.Join("Ann");

        Assert.Equal(name + "_2", room.Join(name).Member.Nickname);
    }

    [Fact]
    public void A_nickname_is_free_when_its_member_has_left()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.Join("Ann");

        room.Leave(ann);

        Assert.Equal("ann", room.Join("ann").Member.Nickname);
        Assert.Equal("Ann_3", room.Join("Ann").Member.Nickname);
    }

    [Fact]
    public void A_numbered_nickname_that_is_too_long_is_refused()
    {
        var room = TestRoom.Open();
        var longest = new string('x', 99);
        room.Join(longest);
        room.DequeueBatch();

        Assert.Equal(Refusal.NicknameTaken, room.Refuse(longest));
        Assert.Equal(1, room.Count);
        Assert.False(room.Room.HasOutcome);
    }

    [Fact]
    public void A_rename_obeys_the_maximum_nickname_length()
    {
        var room = TestRoom.Open(rules => rules with { MaxNickname = 6 });
        room.Join("four");

        for (var number = 2; number <= 9; number++) Assert.Equal($"four_{number}", room.Join("four").Member.Nickname);
        Assert.Equal(Refusal.NicknameTaken, room.Refuse("four"));
    }

    [Fact]
    public void A_full_room_refuses_joins_until_a_member_leaves()
    {
        var room = TestRoom.Open(rules => rules with { MaxMembers = 2 });
        var ann = room.Join("Ann");
        room.Join("Ben");

        Assert.Equal(Refusal.RoomFull, room.Refuse("Cid"));
        room.Leave(ann);
        room.Join("Cid");
        Assert.Equal(Refusal.RoomFull, room.Refuse("Dan"));
    }

    [Fact]
    public void A_room_without_a_limit_is_never_full()
    {
        var room = TestRoom.Open(rules => rules with { MaxMembers = 0 });

        for (var i = 0; i < 100; i++) room.Join($"member {i}");

        Assert.Equal(100, room.Count);
    }
}

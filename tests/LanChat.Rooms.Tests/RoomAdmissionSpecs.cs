using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

public sealed class RoomAdmissionSpecs
{
    [Fact]
    public void A_free_name_is_given_as_it_was_asked_for()
    {
        var room = TestRoom.Open();

        Assert.Equal(new Member("小糖豆", new PeerAddress("192.168.38.203", 50_001)), room.Admit("小糖豆").Member);
        Assert.Equal(1, room.Count);
    }

    [Fact]
    public void A_taken_name_gets_the_first_number_that_is_free()
    {
        var room = TestRoom.Open();
        room.Admit("Ann");

        Assert.Equal("Ann_2", room.Admit("Ann").Member.Nickname);
        Assert.Equal("Ann_3", room.Admit("Ann").Member.Nickname);
        Assert.Equal("Ann_4", room.Admit("Ann_2").Member.Nickname);
        Assert.Equal("ann_5", room.Admit("ann").Member.Nickname);
    }

    [Fact]
    public void Clients_of_an_older_system_get_their_own_ending()
    {
        var room = TestRoom.Open();
        room.Admit("Ann");

        Assert.Equal("Ann_2", room.Admit("Ann", Numbering.Repeated).Member.Nickname);
        Assert.Equal("Ann_2_2", room.Admit("Ann", Numbering.Repeated).Member.Nickname);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("ANN")]
    [InlineData("Ａｎｎ")]
    public void A_name_that_differs_in_case_or_compatibility_form_is_taken(string name)
    {
        var room = TestRoom.Open();
        room.Admit("Ann");

        Assert.Equal(name + "_2", room.Admit(name).Member.Nickname);
    }

    [Fact]
    public void A_name_is_free_again_when_its_owner_has_left()
    {
        var room = TestRoom.Open();
        var ann = room.Admit("Ann");
        room.Admit("Ann");

        room.Leave(ann);

        Assert.Equal("ann", room.Admit("ann").Member.Nickname);
        Assert.Equal("Ann_3", room.Admit("Ann").Member.Nickname);
    }

    [Fact]
    public void A_taken_name_that_would_become_too_long_is_refused_and_nothing_happens()
    {
        var room = TestRoom.Open();
        var longest = new string('x', 99);
        room.Admit(longest);
        room.TakeTurn();

        Assert.Equal(Refusal.NicknameTaken, room.Refuse(longest));
        Assert.Equal(1, room.Count);
        Assert.False(room.Room.HasOutcome);
    }

    [Fact]
    public void A_rename_keeps_to_the_longest_nickname_of_the_settings()
    {
        var room = TestRoom.Open(rules => rules with { MaxNickname = 6 });
        room.Admit("four");

        for (var number = 2; number <= 9; number++) Assert.Equal($"four_{number}", room.Admit("four").Member.Nickname);
        Assert.Equal(Refusal.NicknameTaken, room.Refuse("four"));
    }

    [Fact]
    public void A_full_room_refuses_until_somebody_leaves()
    {
        var room = TestRoom.Open(rules => rules with { MaxMembers = 2 });
        var ann = room.Admit("Ann");
        room.Admit("Ben");

        Assert.Equal(Refusal.RoomFull, room.Refuse("Cid"));
        room.Leave(ann);
        room.Admit("Cid");
        Assert.Equal(Refusal.RoomFull, room.Refuse("Dan"));
    }

    [Fact]
    public void A_room_without_a_bound_is_never_full()
    {
        var room = TestRoom.Open(rules => rules with { MaxMembers = 0 });

        for (var i = 0; i < 100; i++) room.Admit($"member {i}");

        Assert.Equal(100, room.Count);
    }
}

using LanChat.Protocol;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomAdmissionSpecs : PureRoomSpec
{
    [Fact]
    public void A_free_name_is_given_as_it_was_asked_for()
    {
        var room = Open();

        Assert.Equal(new Member("小糖豆", new PeerAddress("192.168.38.203", 50_001)), Admit(room, "小糖豆").Member);
        Assert.Equal(1, room.Count);
    }

    [Fact]
    public void A_taken_name_gets_the_first_number_that_is_free()
    {
        var room = Open();
        Admit(room, "Ann");

        Assert.Equal("Ann_2", Admit(room, "Ann").Member.Nickname);
        Assert.Equal("Ann_3", Admit(room, "Ann").Member.Nickname);
        Assert.Equal("Ann_4", Admit(room, "Ann_2").Member.Nickname);
        Assert.Equal("ann_5", Admit(room, "ann").Member.Nickname);
    }

    [Fact]
    public void Clients_of_an_older_system_get_their_own_ending()
    {
        var room = Open();
        Admit(room, "Ann");

        Assert.Equal("Ann_2", Admit(room, "Ann", Numbering.Repeated).Member.Nickname);
        Assert.Equal("Ann_2_2", Admit(room, "Ann", Numbering.Repeated).Member.Nickname);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("ANN")]
    [InlineData("Ａｎｎ")]
    public void A_name_that_differs_in_case_or_compatibility_form_is_taken(string name)
    {
        var room = Open();
        Admit(room, "Ann");

        Assert.Equal(name + "_2", Admit(room, name).Member.Nickname);
    }

    [Fact]
    public void A_name_is_free_again_when_its_owner_has_left()
    {
        var room = Open();
        var ann = Admit(room, "Ann");
        Admit(room, "Ann");

        room.Leave(ann);

        Assert.Equal("ann", Admit(room, "ann").Member.Nickname);
        Assert.Equal("Ann_3", Admit(room, "Ann").Member.Nickname);
    }

    [Fact]
    public void A_taken_name_that_would_become_too_long_is_refused_and_nothing_happens()
    {
        var room = Open();
        var longest = new string('x', 99);
        Admit(room, longest);
        room.TakeTurn();

        Assert.Equal(Refusal.NicknameTaken, Refuse(room, longest));
        Assert.Equal(1, room.Count);
        Assert.False(room.HasTurn);
    }

    [Fact]
    public void A_rename_keeps_to_the_longest_nickname_of_the_settings()
    {
        var room = Open("limits.nickname=6");
        Admit(room, "four");

        for (var number = 2; number <= 9; number++) Assert.Equal($"four_{number}", Admit(room, "four").Member.Nickname);
        Assert.Equal(Refusal.NicknameTaken, Refuse(room, "four"));
    }

    [Fact]
    public void A_full_room_refuses_until_somebody_leaves()
    {
        var room = Open("limits.members=2");
        var ann = Admit(room, "Ann");
        Admit(room, "Ben");

        Assert.Equal(Refusal.RoomFull, Refuse(room, "Cid"));
        room.Leave(ann);
        Admit(room, "Cid");
        Assert.Equal(Refusal.RoomFull, Refuse(room, "Dan"));
    }

    [Fact]
    public void A_room_without_a_bound_is_never_full()
    {
        var room = Open("limits.members=0");

        for (var i = 0; i < 100; i++) Admit(room, $"member {i}");

        Assert.Equal(100, room.Count);
    }
}

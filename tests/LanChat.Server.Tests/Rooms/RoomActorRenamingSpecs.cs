using LanChat.Protocol;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorRenamingSpecs : RoomSpec
{
    [Fact]
    public void A_new_name_is_told_to_everyone_and_answers_to_private_words()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ben.Wants(new ClientMessage.Rename("Bob"));

        Assert.Equal(["【Ben】改名为【Bob】"], ben.ExpectTexts());
        Assert.Equal("Bob", Assert.IsType<RoomEvent.NameChanged>(Assert.Single(ben.ExpectTurn())).You.Nickname);
        Assert.Equal(["【Ben】改名为【Bob】"], ann.ExpectTexts());
        ann.Wants(new ClientMessage.Tell("Bob", "psst"));
        Assert.IsType<RoomEvent.Told>(Assert.Single(ben.ExpectTurn()));
    }

    [Fact]
    public void The_list_of_members_keeps_their_place()
    {
        Open();
        var ann = Enter("Ann");
        Enter("Ben", ann);

        ann.Wants(new ClientMessage.Rename("Zoe"));
        ann.ExpectTurn();
        ann.ExpectTurn();
        Settle(Room);
        Advance(60);

        var list = ann.ExpectList();
        Assert.Equal(["Zoe", "Ben"], list.Members.Names());
        Assert.Contains("Zoe", list.Joined.Names());
        Assert.Contains("Ann", list.Left.Names());
    }

    [Theory]
    [InlineData("BEN", "nickname-taken")]
    [InlineData("系统消息", "nickname-reserved")]
    [InlineData("", "nickname-empty")]
    [InlineData(" x", "nickname-invalid")]
    public void A_name_that_cannot_be_had_is_refused_and_nobody_is_closed(string name, string code)
    {
        Open();
        var ann = Enter("Ann");
        Enter("Ben", ann);

        ann.Wants(new ClientMessage.Rename(name));

        var refusal = ann.ExpectRefusal();
        Assert.Equal((code, false), (refusal.Code, refusal.Closes));
    }

    [Fact]
    public void One_s_own_name_can_be_spelled_anew()
    {
        Open();
        var ann = Enter("Ann");

        ann.Wants(new ClientMessage.Rename("ANN"));

        Assert.Equal(["【Ann】改名为【ANN】"], ann.ExpectTexts());
    }
}

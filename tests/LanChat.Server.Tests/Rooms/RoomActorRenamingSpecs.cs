using LanChat.Protocol;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorRenamingSpecs : RoomSpec
{
    [Fact]
    public void A_rename_is_published_and_private_messages_use_the_new_nickname()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ben.Send(new ClientMessage.Rename("Bob"));

        Assert.Equal(["【Ben】改名为【Bob】"], ben.ExpectTexts());
        Assert.Equal("Bob", Assert.IsType<RoomEvent.NameChanged>(Assert.Single(ben.ExpectBatch())).You.Nickname);
        Assert.Equal(["【Ben】改名为【Bob】"], ann.ExpectTexts());
        ann.Send(new ClientMessage.Tell("Bob", "psst"));
        Assert.IsType<RoomEvent.PrivateMessage>(Assert.Single(ben.ExpectBatch()));
    }

    [Fact]
    public void A_rename_keeps_the_place_in_the_member_list()
    {
        Open();
        var ann = Enter("Ann");
        Enter("Ben", ann);

        ann.Send(new ClientMessage.Rename("Zoe"));
        ann.ExpectBatch();
        ann.ExpectBatch();
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
    public void A_refused_rename_does_not_disconnect(string name, string code)
    {
        Open();
        var ann = Enter("Ann");
        Enter("Ben", ann);

        ann.Send(new ClientMessage.Rename(name));

        var refusal = ann.ExpectRefusal();
        Assert.Equal((code, false), (refusal.Code, refusal.Closes));
    }

    [Fact]
    public void A_member_may_change_the_spelling_of_their_nickname()
    {
        Open();
        var ann = Enter("Ann");

        ann.Send(new ClientMessage.Rename("ANN"));

        Assert.Equal(["【Ann】改名为【ANN】"], ann.ExpectTexts());
    }
}

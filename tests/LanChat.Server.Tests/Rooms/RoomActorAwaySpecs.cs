using LanChat.Protocol;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorAwaySpecs : RoomSpec
{
    private static (string Nickname, string Text) ExpectAway(Guest guest)
    {
        var absence = Assert.Single(Assert.IsType<RoomEvent.AwayShown>(Assert.Single(guest.ExpectTurn())).Members);
        return (absence.Member.Nickname, absence.Text);
    }

    [Theory]
    [InlineData("at lunch")]
    [InlineData("")]
    public void Who_goes_away_or_comes_back_is_told_to_everyone_and_then_noted_to_them_alone(string text)
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Wants(new ClientMessage.Away(text));

        Assert.Equal(("Ann", text), ExpectAway(ann));
        Assert.Equal(text, Assert.IsType<RoomEvent.AwayNoted>(Assert.Single(ann.ExpectTurn())).Text);
        Assert.Equal(("Ann", text), ExpectAway(ben));
        ExpectSilence(ben);
    }

    [Fact]
    public void Who_enters_is_shown_who_is_away_by_the_name_they_have_now_and_nobody_if_nobody_is()
    {
        Open();
        var (ann, ben) = (Ask("Ann"), Ask("Ben"));
        Assert.DoesNotContain(ann.ExpectJoined().Entrance.Events, shown => shown is RoomEvent.AwayShown);
        ann.Wants(new ClientMessage.Away("at lunch"));
        ben.Wants(new ClientMessage.Away("asleep"));
        ben.Wants(new ClientMessage.Away(""));
        ann.Wants(new ClientMessage.Rename("Anna"));

        var shown = Assert.IsType<RoomEvent.AwayShown>(Ask("Eve").ExpectJoined().Entrance.Events[^1]);

        var absence = Assert.Single(shown.Members);
        Assert.Equal(("Anna", "at lunch"), (absence.Member.Nickname, absence.Text));
    }

    [Fact]
    public void Who_leaves_is_away_no_more()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        ann.Wants(new ClientMessage.Away("at lunch"));
        ExpectAway(ben);

        ann.Leaves();

        Assert.Equal("", Assert.Single(ben.ExpectTurn().OfType<RoomEvent.AwayShown>().Single().Members).Text);
        Assert.DoesNotContain(Ask("Eve").ExpectJoined().Entrance.Events, shown => shown is RoomEvent.AwayShown);
    }

    [Fact]
    public void A_private_word_reaches_who_is_away()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        ann.Wants(new ClientMessage.Away("at lunch"));
        ExpectAway(ann);
        ann.ExpectTurn();

        ben.Wants(new ClientMessage.Tell("Ann", "hungry"));

        Assert.IsType<RoomEvent.Told>(Assert.Single(ann.ExpectTurn()));
    }

    [Fact]
    public void The_reason_has_a_bound_in_characters()
    {
        Open("limits.away=3");
        var ann = Enter("Ann");

        ann.Wants(new ClientMessage.Away("😀😀😀😀"));
        Assert.True(ann.ExpectRefusal().Is(Refusal.AwayTooLong));
        ann.Wants(new ClientMessage.Away("😀😀😀"));
        Assert.Equal(("Ann", "😀😀😀"), ExpectAway(ann));
    }
}

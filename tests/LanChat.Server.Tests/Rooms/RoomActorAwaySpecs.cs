using LanChat.Protocol;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorAwaySpecs : RoomSpec
{
    private static (string Nickname, string Text) ExpectAway(TestMember guest)
    {
        var absence = Assert.Single(Assert.IsType<RoomEvent.AwayShown>(Assert.Single(guest.ExpectBatch())).Members);
        return (absence.Member.Nickname, absence.Text);
    }

    [Theory]
    [InlineData("at lunch")]
    [InlineData("")]
    public void Away_is_published_and_then_confirmed_to_the_member(string text)
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Send(new ClientMessage.Away(text));

        Assert.Equal(("Ann", text), ExpectAway(ann));
        Assert.Equal(text, Assert.IsType<RoomEvent.AwayNoted>(Assert.Single(ann.ExpectBatch())).Text);
        Assert.Equal(("Ann", text), ExpectAway(ben));
        ExpectSilence(ben);
    }

    [Fact]
    public void A_newcomer_is_shown_the_away_members_by_their_current_nicknames()
    {
        Open();
        var (ann, ben) = (RequestJoin("Ann"), RequestJoin("Ben"));
        Assert.DoesNotContain(ann.ExpectJoined().Entrance.Events, shown => shown is RoomEvent.AwayShown);
        ann.Send(new ClientMessage.Away("at lunch"));
        ben.Send(new ClientMessage.Away("asleep"));
        ben.Send(new ClientMessage.Away(""));
        ann.Send(new ClientMessage.Rename("Anna"));

        var shown = Assert.Single(RequestJoin("Eve").ExpectJoined().Entrance.Events.OfType<RoomEvent.AwayShown>());

        var absence = Assert.Single(shown.Members);
        Assert.Equal(("Anna", "at lunch"), (absence.Member.Nickname, absence.Text));
    }

    [Fact]
    public void Leaving_ends_away()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        ann.Send(new ClientMessage.Away("at lunch"));
        ExpectAway(ben);

        ann.Leave();

        Assert.Equal("", Assert.Single(ben.ExpectBatch().OfType<RoomEvent.AwayShown>().Single().Members).Text);
        Assert.DoesNotContain(RequestJoin("Eve").ExpectJoined().Entrance.Events, shown => shown is RoomEvent.AwayShown);
    }

    [Fact]
    public void A_private_message_is_delivered_to_an_away_member()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        ann.Send(new ClientMessage.Away("at lunch"));
        ExpectAway(ann);
        ann.ExpectBatch();

        ben.Send(new ClientMessage.Tell("Ann", "hungry"));

        Assert.IsType<RoomEvent.PrivateMessage>(Assert.Single(ann.ExpectBatch()));
    }

    [Fact]
    public void The_away_text_has_a_maximum_length()
    {
        Open("limits.away=3");
        var ann = Enter("Ann");

        ann.Send(new ClientMessage.Away("😀😀😀😀"));
        Assert.True(ann.ExpectRefusal().Is(Refusal.AwayTooLong));
        ann.Send(new ClientMessage.Away("😀😀😀"));
        Assert.Equal(("Ann", "😀😀😀"), ExpectAway(ann));
    }
}

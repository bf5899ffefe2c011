using LanChat.Protocol;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorPrivateSpecs : RoomSpec
{
    public static readonly TheoryData<ClientMessage> ForBen =
        [new ClientMessage.Tell("Ben", "psst"), new ClientMessage.Share("notes.txt", "psst", "Ben")];

    [Fact]
    public void A_private_word_reaches_the_two_people_concerned_and_nobody_else()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        var eve = Enter("Eve", ann, ben);

        ann.Wants(new ClientMessage.Tell("bEN", "psst"));

        foreach (var concerned in new[] { ann, ben })
        {
            var told = Assert.IsType<RoomEvent.Told>(Assert.Single(concerned.ExpectTurn()));
            Assert.Equal(
                ("psst", "Ann", "Ben", MessageKind.Private),
                (told.Message.Text, told.Message.Nickname, told.To.Nickname, told.Message.Kind));
        }

        ExpectSilence(eve);
    }

    [Fact]
    public void A_private_word_is_in_nobody_s_history()
    {
        Open();
        var ann = Enter("Ann");
        ann.Wants(new ClientMessage.Tell("Ann", "to myself"));
        ann.ExpectTurn();

        var late = Ask("Late").ExpectJoined();

        Assert.DoesNotContain("to myself", late.Entrance.Events.Texts());
    }

    [Fact]
    public void Who_writes_to_themselves_gets_it_once()
    {
        Open();
        var ann = Enter("Ann");

        ann.Wants(new ClientMessage.Tell("Ann", "to myself"));

        ann.ExpectTurn();
        ExpectSilence(ann);
    }

    [Theory]
    [InlineData("Nobody")]
    [InlineData("")]
    [InlineData("a\nb")]
    public void Nobody_of_that_name_is_a_clear_answer(string name)
    {
        Open();
        var ann = Enter("Ann");

        ann.Wants(new ClientMessage.Tell(name, "psst"));

        Assert.True(ann.ExpectRefusal().Is(Refusal.NobodyOfThatName));
    }

    [Fact]
    public void Who_has_left_is_nobody()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        ben.Leaves();
        ann.ExpectTurn();

        ann.Wants(new ClientMessage.Tell("Ben", "psst"));

        Assert.True(ann.ExpectRefusal().Is(Refusal.NobodyOfThatName));
    }

    [Theory]
    [MemberData(nameof(ForBen))]
    public void Who_is_about_to_leave_is_nobody(ClientMessage message)
    {
        using var clock = new GatedClock();
        Open(clock);
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        clock.Shut();
        ann.Says("hello");
        ben.Leaves();
        ann.Wants(message);
        clock.Open();

        Assert.Equal(["hello"], ann.ExpectTexts());
        Assert.Contains("【Ben】下线了", Assert.Single(ann.ExpectTexts()));
        Assert.True(ann.ExpectRefusal().Is(Refusal.NobodyOfThatName));
    }

    [Fact]
    public void A_private_word_comes_after_what_was_said_before_it()
    {
        Open();
        var ann = Enter("Ann");

        ann.Says("aloud");
        ann.Wants(new ClientMessage.Tell("Ann", "psst"));

        Assert.Equal(["aloud"], ann.ExpectTexts());
        Assert.IsType<RoomEvent.Told>(Assert.Single(ann.ExpectTurn()));
    }
}

using LanChat.Protocol;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorPrivateSpecs : RoomSpec
{
    public static readonly TheoryData<ClientMessage> ForBen =
        [new ClientMessage.Tell("Ben", "psst"), new ClientMessage.Share("notes.txt", "psst", "Ben")];

    [Fact]
    public void A_private_message_is_delivered_to_sender_and_recipient_only()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        var eve = Enter("Eve", ann, ben);

        ann.Send(new ClientMessage.Tell("bEN", "psst"));

        foreach (var concerned in new[] { ann, ben })
        {
            var received = Assert.IsType<RoomEvent.PrivateMessage>(Assert.Single(concerned.ExpectBatch()));
            Assert.Equal(
                ("psst", "Ann", "Ben", MessageKind.Private),
                (received.Message.Text, received.Message.Nickname, received.To.Nickname, received.Message.Kind));
        }

        ExpectSilence(eve);
    }

    [Fact]
    public void A_private_message_is_in_no_history()
    {
        Open();
        var ann = Enter("Ann");
        ann.Send(new ClientMessage.Tell("Ann", "to myself"));
        ann.ExpectBatch();

        var late = RequestJoin("Late").ExpectJoined();

        Assert.DoesNotContain("to myself", late.Entrance.Events.Texts());
    }

    [Fact]
    public void A_private_message_to_oneself_is_delivered_once()
    {
        Open();
        var ann = Enter("Ann");

        ann.Send(new ClientMessage.Tell("Ann", "to myself"));

        ann.ExpectBatch();
        ExpectSilence(ann);
    }

    [Theory]
    [InlineData("Nobody")]
    [InlineData("")]
    [InlineData("a\nb")]
    public void An_unknown_recipient_is_refused(string name)
    {
        Open();
        var ann = Enter("Ann");

        ann.Send(new ClientMessage.Tell(name, "psst"));

        Assert.True(ann.ExpectRefusal().Is(Refusal.NobodyOfThatName));
    }

    [Fact]
    public void A_recipient_who_has_left_is_unknown()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        ben.Leave();
        ann.ExpectBatch();

        ann.Send(new ClientMessage.Tell("Ben", "psst"));

        Assert.True(ann.ExpectRefusal().Is(Refusal.NobodyOfThatName));
    }

    [Theory]
    [MemberData(nameof(ForBen))]
    public void A_recipient_who_is_about_to_leave_is_unknown(ClientMessage message)
    {
        using var clock = new GatedClock();
        Open(clock);
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        clock.Shut();
        ann.Say("hello");
        ben.Leave();
        ann.Send(message);
        clock.Open();

        Assert.Equal(["hello"], ann.ExpectTexts());
        Assert.Contains("【Ben】下线了", Assert.Single(ann.ExpectTexts()));
        Assert.True(ann.ExpectRefusal().Is(Refusal.NobodyOfThatName));
    }

    [Fact]
    public void A_private_message_follows_earlier_messages()
    {
        Open();
        var ann = Enter("Ann");

        ann.Say("aloud");
        ann.Send(new ClientMessage.Tell("Ann", "psst"));

        Assert.Equal(["aloud"], ann.ExpectTexts());
        Assert.IsType<RoomEvent.PrivateMessage>(Assert.Single(ann.ExpectBatch()));
    }
}

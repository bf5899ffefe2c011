using LanChat.Protocol;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorIgnoringSpecs : RoomSpec
{
    private TestMember Ignoring(string name, params TestMember[] before)
    {
        var guest = Enter(name, before);
        guest.Send(new ClientMessage.Ignore());
        Assert.True(Assert.IsType<RoomEvent.IgnoringChanged>(Assert.Single(guest.ExpectBatch())).IsIgnoring);
        return guest;
    }

    [Fact]
    public void An_ignoring_member_gets_system_and_private_messages_only()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Ignoring("Ben", ann);

        ann.Say("talk");
        ann.Send(new ClientMessage.Act("waves"));
        ann.Send(new ClientMessage.Tell("Ben", "psst"));
        Enter("Eve");

        var received = new List<RoomEvent>();
        while (!received.Texts().Any(text => text.Contains("Eve", StringComparison.Ordinal)))
            received.AddRange(ben.ExpectBatch());
        Assert.Single(received.OfType<RoomEvent.PrivateMessage>());
        Assert.DoesNotContain("talk", received.Texts());
        Assert.DoesNotContain("waves", received.Texts());
    }

    [Fact]
    public void An_ignoring_member_cannot_send_messages_to_everyone()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Ignoring("Ben", ann);

        ben.Say("talk");
        Assert.True(ben.ExpectRefusal().Is(Refusal.Ignoring));
        ben.Send(new ClientMessage.Act("waves"));
        Assert.True(ben.ExpectRefusal().Is(Refusal.Ignoring));
        ExpectSilence(ann);
    }

    [Fact]
    public void Ignoring_can_be_turned_off()
    {
        Open();
        var ben = Ignoring("Ben");

        ben.Send(new ClientMessage.Ignore());

        Assert.False(Assert.IsType<RoomEvent.IgnoringChanged>(Assert.Single(ben.ExpectBatch())).IsIgnoring);
        ben.Say("back");
        Assert.Equal(["back"], ben.ExpectTexts());
    }

    [Fact]
    public void A_message_sent_before_ignoring_is_still_delivered_to_its_sender()
    {
        using var clock = new GatedClock();
        Open(clock);
        var ann = Enter("Ann");
        clock.Shut();
        ann.Say("last word");
        ann.Send(new ClientMessage.Ignore());
        clock.Open();

        Assert.Equal(["last word"], ann.ExpectTexts());
        Assert.IsType<RoomEvent.IgnoringChanged>(Assert.Single(ann.ExpectBatch()));
    }
}

using LanChat.Protocol;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorIgnoringSpecs : RoomSpec
{
    private Guest Ignoring(string name, params Guest[] before)
    {
        var guest = Enter(name, before);
        guest.Wants(new ClientMessage.Ignore());
        Assert.True(Assert.IsType<RoomEvent.IgnoringChanged>(Assert.Single(guest.ExpectTurn())).IsIgnoring);
        return guest;
    }

    [Fact]
    public void Who_shuts_the_group_out_hears_the_room_and_private_words_but_no_talk()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Ignoring("Ben", ann);

        ann.Says("talk");
        ann.Wants(new ClientMessage.Act("waves"));
        ann.Wants(new ClientMessage.Tell("Ben", "psst"));
        Enter("Eve");

        var heard = new List<RoomEvent>();
        while (!heard.Texts().Any(text => text.Contains("Eve", StringComparison.Ordinal)))
            heard.AddRange(ben.ExpectTurn());
        Assert.Single(heard.OfType<RoomEvent.Told>());
        Assert.DoesNotContain("talk", heard.Texts());
        Assert.DoesNotContain("waves", heard.Texts());
    }

    [Fact]
    public void Who_shuts_the_group_out_cannot_speak_to_it()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Ignoring("Ben", ann);

        ben.Says("talk");
        Assert.True(ben.ExpectRefusal().Is(Refusal.Ignoring));
        ben.Wants(new ClientMessage.Act("waves"));
        Assert.True(ben.ExpectRefusal().Is(Refusal.Ignoring));
        ExpectSilence(ann);
    }

    [Fact]
    public void The_group_can_be_let_in_again()
    {
        Open();
        var ben = Ignoring("Ben");

        ben.Wants(new ClientMessage.Ignore());

        Assert.False(Assert.IsType<RoomEvent.IgnoringChanged>(Assert.Single(ben.ExpectTurn())).IsIgnoring);
        ben.Says("back");
        Assert.Equal(["back"], ben.ExpectTexts());
    }

    [Fact]
    public void What_one_said_just_before_shutting_the_group_out_still_comes_back_to_them()
    {
        using var clock = new GatedClock();
        Open(clock);
        var ann = Enter("Ann");
        clock.Shut();
        ann.Says("last word");
        ann.Wants(new ClientMessage.Ignore());
        clock.Open();

        Assert.Equal(["last word"], ann.ExpectTexts());
        Assert.IsType<RoomEvent.IgnoringChanged>(Assert.Single(ann.ExpectTurn()));
    }
}

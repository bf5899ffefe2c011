using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorClosingSpecs : RoomSpec
{
    private void Close() => Room.Tell(new RoomProtocol.Close(), ActorRefs.NoSender);

    [Fact]
    public void Closing_dismisses_everyone()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        Close();

        Assert.Equal(Refusal.Closing, ann.Probe.ExpectMsg<RoomProtocol.Dismissed>().Reason);
        Assert.Equal(Refusal.Closing, ben.Probe.ExpectMsg<RoomProtocol.Dismissed>().Reason);
    }

    [Fact]
    public void What_was_said_before_is_heard_before_the_goodbye()
    {
        using var clock = new GatedClock();
        Open(clock);
        var ann = Enter("Ann");
        clock.Shut();
        ann.Says("one more thing");
        var ben = Ask("Ben");
        Close();
        clock.Open();

        Assert.Contains("one more thing", ann.ExpectTexts());
        ann.Probe.ExpectMsg<RoomProtocol.Dismissed>();
        ben.ExpectJoined();
        ben.ExpectTurn();
        ben.Probe.ExpectMsg<RoomProtocol.Dismissed>();
        ExpectSilence(ann);
    }

    [Fact]
    public void A_closed_room_refuses_newcomers()
    {
        Open();
        Close();

        Assert.Equal(Refusal.Closing, Ask("Ann").Probe.ExpectMsg<RoomProtocol.JoinRejected>().Reason);
    }

    [Fact]
    public void A_closed_room_lets_go_whoever_leaves_and_says_nothing_more()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        Close();
        ann.Probe.ExpectMsg<RoomProtocol.Dismissed>();
        ben.Probe.ExpectMsg<RoomProtocol.Dismissed>();
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));

        ann.Says("anybody here?");
        ann.Leaves();
        Sys.Stop(ben.Probe.Ref);
        Advance(TimeSpan.FromHours(1));

        ann.Probe.ExpectMsg<RoomProtocol.Left>();
        ExpectSilence(ann);
        Assert.False(HasMessages);
    }

    [Fact]
    public void Closing_twice_is_closing_once()
    {
        Open();
        var ann = Enter("Ann");
        Close();
        ann.Probe.ExpectMsg<RoomProtocol.Dismissed>();

        Close();

        ExpectSilence(ann);
    }
}

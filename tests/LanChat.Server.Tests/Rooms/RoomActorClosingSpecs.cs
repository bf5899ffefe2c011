using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorClosingSpecs : RoomSpec
{
    private void Close() => Room.Tell(new RoomProtocol.Close(), ActorRefs.NoSender);

    [Fact]
    public void Closing_disconnects_everyone()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        Close();

        Assert.Equal(Refusal.Closing, ann.Probe.ExpectMsg<RoomProtocol.Disconnected>().Reason);
        Assert.Equal(Refusal.Closing, ben.Probe.ExpectMsg<RoomProtocol.Disconnected>().Reason);
    }

    [Fact]
    public void Earlier_messages_are_delivered_before_the_disconnect()
    {
        using var clock = new GatedClock();
        Open(clock);
        var ann = Enter("Ann");
        clock.Shut();
        ann.Say("one more thing");
        var ben = RequestJoin("Ben");
        Close();
        clock.Open();

        Assert.Contains("one more thing", ann.ExpectTexts());
        ann.Probe.ExpectMsg<RoomProtocol.Disconnected>();
        ben.ExpectJoined();
        ben.ExpectBatch();
        ben.Probe.ExpectMsg<RoomProtocol.Disconnected>();
        ExpectSilence(ann);
    }

    [Fact]
    public void A_closed_room_refuses_joins()
    {
        Open();
        Close();

        Assert.Equal(Refusal.Closing, RequestJoin("Ann").Probe.ExpectMsg<RoomProtocol.JoinRejected>().Reason);
    }

    [Fact]
    public void A_closed_room_answers_leave_and_sends_nothing_else()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        Close();
        ann.Probe.ExpectMsg<RoomProtocol.Disconnected>();
        ben.Probe.ExpectMsg<RoomProtocol.Disconnected>();
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));

        ann.Say("anybody here?");
        ann.Leave();
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
        ann.Probe.ExpectMsg<RoomProtocol.Disconnected>();

        Close();

        ExpectSilence(ann);
    }
}

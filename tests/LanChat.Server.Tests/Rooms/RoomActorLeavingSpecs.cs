using LanChat.Server.Broadcasts;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorLeavingSpecs : RoomSpec
{
    [Fact]
    public void Leaving_is_answered_and_told_to_everyone_else()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ben.Leaves();

        ben.Probe.ExpectMsg<RoomProtocol.Left>();
        Assert.Equal(["来自 ('192.168.38.203', 50002) 的客户端【Ben】下线了"], ann.ExpectTexts());
        ExpectSilence(ben);
    }

    [Fact]
    public void Who_leaves_hears_their_last_words_first()
    {
        Open();
        var ann = Enter("Ann");

        ann.Says("one");
        ann.Says("goodbye");
        ann.Leaves();

        var heard = new List<string>();
        while (ann.Probe.ExpectMsg<object>() is Turn turn) heard.AddRange(turn.Events.Texts());
        Assert.IsType<RoomProtocol.Left>(ann.Probe.LastMessage);
        Assert.Equal(["one", "goodbye"], heard);
    }

    [Fact]
    public void What_is_said_after_leaving_is_not_heard()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        ben.Leaves();
        ben.Probe.ExpectMsg<RoomProtocol.Left>();
        ann.ExpectTurn();

        ben.Says("and another thing");

        ExpectSilence(ann);
    }

    [Fact]
    public void Leaving_twice_is_answered_at_once()
    {
        Open();
        var ann = Enter("Ann");
        ann.Leaves();
        ann.Probe.ExpectMsg<RoomProtocol.Left>();

        ann.Leaves();

        ann.Probe.ExpectMsg<RoomProtocol.Left>();
        ExpectSilence(ann);
    }

    [Fact]
    public void Leaving_twice_before_the_room_answers_is_leaving_once()
    {
        using var clock = new GatedClock();
        Open(clock);
        var ann = Enter("Ann");
        clock.Shut();
        ann.Says("goodbye");
        ann.Leaves();
        ann.Leaves();
        clock.Open();

        ann.ExpectTurn();
        ann.Probe.ExpectMsg<RoomProtocol.Left>();
        ExpectSilence(ann);
    }

    [Fact]
    public void A_stranger_who_leaves_is_let_go()
    {
        Open();
        var stranger = new Guest(Room, CreateTestProbe());

        stranger.Leaves();

        stranger.Probe.ExpectMsg<RoomProtocol.Left>();
    }

    [Fact]
    public void Who_leaves_together_is_told_of_in_the_order_they_left()
    {
        using var clock = new GatedClock();
        Open(clock);
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        var cid = Enter("Cid", ann, ben);
        clock.Shut();
        ann.Says("hello");
        ben.Leaves();
        cid.Leaves();
        clock.Open();

        ann.ExpectTurn();
        Assert.Collection(
            ann.ExpectTexts(),
            text => Assert.Contains("【Ben】下线了", text),
            text => Assert.Contains("【Cid】下线了", text));
    }

    [Fact]
    public void A_lost_connection_is_a_leave()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        Sys.Stop(ben.Probe.Ref);

        Assert.Equal(["来自 ('192.168.38.203', 50002) 的客户端【Ben】下线了"], ann.ExpectTexts());
        Assert.Equal("Ben", Ask("Ben").ExpectJoined().You.Nickname);
    }

    [Fact]
    public void A_connection_that_is_lost_after_leaving_is_no_second_leave()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        ben.Leaves();
        ben.Probe.ExpectMsg<RoomProtocol.Left>();
        ann.ExpectTurn();

        Watch(ben.Probe.Ref);
        Sys.Stop(ben.Probe.Ref);
        ExpectTerminated(ben.Probe.Ref);

        ExpectSilence(ann);
    }
}

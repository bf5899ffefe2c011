using LanChat.Server.Broadcasts;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorLeavingSpecs : RoomSpec
{
    [Fact]
    public void Leaving_is_answered_and_published()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ben.Leave();

        ben.Probe.ExpectMsg<RoomProtocol.Left>();
        Assert.Equal(["来自 ('192.168.38.203', 50002) 的客户端【Ben】下线了"], ann.ExpectTexts());
        ExpectSilence(ben);
    }

    [Fact]
    public void A_member_who_leaves_gets_the_last_batch_first()
    {
        Open();
        var ann = Enter("Ann");

        ann.Say("one");
        ann.Say("goodbye");
        ann.Leave();

        var received = new List<string>();
        while (ann.Probe.ExpectMsg<object>() is Batch batch) received.AddRange(batch.Events.Texts());
        Assert.IsType<RoomProtocol.Left>(ann.Probe.LastMessage);
        Assert.Equal(["one", "goodbye"], received);
    }

    [Fact]
    public void A_message_sent_after_leaving_is_ignored()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        ben.Leave();
        ben.Probe.ExpectMsg<RoomProtocol.Left>();
        ann.ExpectBatch();

        ben.Say("and another thing");

        ExpectSilence(ann);
    }

    [Fact]
    public void Leaving_twice_is_answered_at_once()
    {
        Open();
        var ann = Enter("Ann");
        ann.Leave();
        ann.Probe.ExpectMsg<RoomProtocol.Left>();

        ann.Leave();

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
        ann.Say("goodbye");
        ann.Leave();
        ann.Leave();
        clock.Open();

        ann.ExpectBatch();
        ann.Probe.ExpectMsg<RoomProtocol.Left>();
        ExpectSilence(ann);
    }

    [Fact]
    public void Leaving_from_outside_the_room_is_answered()
    {
        Open();
        var stranger = new TestMember(Room, CreateTestProbe());

        stranger.Leave();

        stranger.Probe.ExpectMsg<RoomProtocol.Left>();
    }

    [Fact]
    public void Members_who_leave_together_are_published_in_order()
    {
        using var clock = new GatedClock();
        Open(clock);
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        var cid = Enter("Cid", ann, ben);
        clock.Shut();
        ann.Say("hello");
        ben.Leave();
        cid.Leave();
        clock.Open();

        ann.ExpectBatch();
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
        Assert.Equal("Ben", RequestJoin("Ben").ExpectJoined().You.Nickname);
    }

    [Fact]
    public void A_connection_lost_after_leaving_does_not_leave_twice()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        ben.Leave();
        ben.Probe.ExpectMsg<RoomProtocol.Left>();
        ann.ExpectBatch();

        Watch(ben.Probe.Ref);
        Sys.Stop(ben.Probe.Ref);
        ExpectTerminated(ben.Probe.Ref);

        ExpectSilence(ann);
    }
}

using LanChat.Protocol.Dialects;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorTurnSpecs : RoomSpec
{
    private readonly GatedClock _clock = new();

    protected override void AfterAll()
    {
        _clock.Open();
        base.AfterAll();
        _clock.Dispose();
    }

    [Fact]
    public void What_waited_for_the_room_goes_out_in_one_turn()
    {
        Open(_clock);
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        _clock.Shut();

        for (var i = 0; i < 10; i++)
        {
            ann.Says($"ann {i}");
            ben.Says($"ben {i}");
        }

        _clock.Open();

        Assert.Equal(Enumerable.Range(0, 10).SelectMany(i => new[] { $"ann {i}", $"ben {i}" }), ann.ExpectTexts());
        ExpectSilence(ann);
    }

    [Fact]
    public void What_is_said_in_a_quiet_room_goes_out_without_any_time_passing()
    {
        Open(_clock);
        var ann = Enter("Ann");

        foreach (var text in new[] { "one", "two", "three" })
        {
            ann.Says(text);
            Assert.Equal([text], ann.ExpectTexts());
        }
    }

    [Fact]
    public void A_room_in_which_nothing_happens_says_nothing()
    {
        Open(_clock);
        var ann = Enter("Ann");

        Advance(TimeSpan.FromHours(1));

        ExpectSilence(ann);
    }

    [Fact]
    public void Who_joins_together_is_shown_one_entrance_and_everybody_s_welcome()
    {
        Open(_clock);
        var ann = Enter("Ann");
        _clock.Shut();
        ann.Says("before");
        var ben = Ask("Ben");
        var cid = Ask("Cid");
        ann.Says("after");
        _clock.Open();

        var (first, second) = (ben.ExpectJoined(), cid.ExpectJoined());
        Assert.Same(first.Entrance, second.Entrance);
        Assert.Contains("【Ann】", Assert.Single(first.Entrance.Events.Texts()));
        string[] turn = ["before", RoomSentences.Joined(first.You), RoomSentences.Joined(second.You), "after"];
        Assert.Equal(turn, ben.ExpectTexts());
        Assert.Equal(turn, cid.ExpectTexts());
        Assert.Equal(turn, ann.ExpectTexts());
    }

    [Fact]
    public void Who_joins_speaks_and_leaves_in_one_go_is_heard()
    {
        Open(_clock);
        var ann = Enter("Ann");
        _clock.Shut();
        ann.Says("hello");
        var ben = Ask("Ben");
        ben.Says("in and out");
        ben.Leaves();
        _clock.Open();

        var you = ben.ExpectJoined().You;
        Assert.Equal(["hello", RoomSentences.Joined(you), "in and out"], ben.ExpectTexts());
        ben.Probe.ExpectMsg<RoomProtocol.Left>();
        Assert.Equal(["hello", RoomSentences.Joined(you), "in and out"], ann.ExpectTexts());
        Assert.Equal([RoomSentences.Left(you)], ann.ExpectTexts());
        ExpectSilence(ben);
    }
}

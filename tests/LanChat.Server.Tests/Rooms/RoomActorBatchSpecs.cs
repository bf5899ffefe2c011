using LanChat.Protocol.Dialects;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorBatchSpecs : RoomSpec
{
    private readonly GatedClock _clock = new();

    protected override void AfterAll()
    {
        _clock.Open();
        base.AfterAll();
        _clock.Dispose();
    }

    [Fact]
    public void Messages_waiting_in_the_mailbox_form_one_batch()
    {
        Open(_clock);
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        _clock.Shut();

        for (var i = 0; i < 10; i++)
        {
            ann.Say($"ann {i}");
            ben.Say($"ben {i}");
        }

        _clock.Open();

        Assert.Equal(Enumerable.Range(0, 10).SelectMany(i => new[] { $"ann {i}", $"ben {i}" }), ann.ExpectTexts());
        ExpectSilence(ann);
    }

    [Fact]
    public void A_quiet_room_publishes_without_delay()
    {
        Open(_clock);
        var ann = Enter("Ann");

        foreach (var text in new[] { "one", "two", "three" })
        {
            ann.Say(text);
            Assert.Equal([text], ann.ExpectTexts());
        }
    }

    [Fact]
    public void An_idle_room_sends_nothing()
    {
        Open(_clock);
        var ann = Enter("Ann");

        Advance(TimeSpan.FromHours(1));

        ExpectSilence(ann);
    }

    [Fact]
    public void Newcomers_of_one_batch_share_the_entrance()
    {
        Open(_clock);
        var ann = Enter("Ann");
        _clock.Shut();
        ann.Say("before");
        var ben = RequestJoin("Ben");
        var cid = RequestJoin("Cid");
        ann.Say("after");
        _clock.Open();

        var (first, second) = (ben.ExpectJoined(), cid.ExpectJoined());
        Assert.Same(first.Entrance, second.Entrance);
        Assert.Contains("【Ann】", Assert.Single(first.Entrance.Events.Texts()));
        string[] batch = ["before", RoomSentences.Joined(first.You), RoomSentences.Joined(second.You), "after"];
        Assert.Equal(batch, ben.ExpectTexts());
        Assert.Equal(batch, cid.ExpectTexts());
        Assert.Equal(batch, ann.ExpectTexts());
    }

    [Fact]
    public void Joining_speaking_and_leaving_in_one_batch_is_published()
    {
        Open(_clock);
        var ann = Enter("Ann");
        _clock.Shut();
        ann.Say("hello");
        var ben = RequestJoin("Ben");
        ben.Say("in and out");
        ben.Leave();
        _clock.Open();

        var you = ben.ExpectJoined().You;
        Assert.Equal(["hello", RoomSentences.Joined(you), "in and out"], ben.ExpectTexts());
        ben.Probe.ExpectMsg<RoomProtocol.Left>();
        Assert.Equal(["hello", RoomSentences.Joined(you), "in and out"], ann.ExpectTexts());
        Assert.Equal([RoomSentences.Left(you)], ann.ExpectTexts());
        ExpectSilence(ben);
    }
}

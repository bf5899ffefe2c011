using LanChat.Protocol;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Tests.Rooms;

/// <summary>A room whose members' connections say when their sockets have taken a turn.</summary>
public sealed class RoomActorPaceSpecs : RoomSpec
{
    private int _port = 51_000;

    /// <summary>Somebody whose welcome was not taken by their socket yet.</summary>
    private (Guest Guest, Receipts Welcome) Come(string name)
    {
        var guest = new Guest(Room, CreateTestProbe());
        guest.Asks(name, ++_port, saysWhatItTook: true);
        guest.ExpectJoined();
        return (guest, guest.Probe.ExpectMsg<Turn>().Receipts!);
    }

    private void ComeTogether(int count)
    {
        for (var number = 1; number <= count; number++)
            new Guest(Room, CreateTestProbe()).Asks($"guest {number}", ++_port, saysWhatItTook: true);
    }

    [Fact]
    public void What_is_said_while_a_turn_is_under_way_goes_out_together_once_most_have_taken_that()
    {
        Open();
        var (ann, welcome) = Come("Ann");
        ann.Says("one");
        ann.Says("two");
        ExpectSilence(ann);

        welcome.Add();

        Assert.Equal(["one", "two"], ann.ExpectTexts());
    }

    [Fact]
    public void Nobody_is_waited_for_longer_than_a_moment()
    {
        Open();
        var (ann, _) = Come("Ann");
        ann.Says("one");
        ExpectSilence(ann);

        Advance(20);

        Assert.Equal(["one"], ann.ExpectTexts());
    }

    [Fact]
    public void After_a_crowd_the_next_turn_waits_for_more_of_it_and_the_list_until_all_are_in()
    {
        Open("members.interval=10ms", "members.interval-per-member=0ms");
        var (ann, welcome) = Come("Ann");
        Advance(10);
        ComeTogether(16);
        welcome.Add();
        Assert.Equal(16, ann.ExpectTurn().Length);

        ann.Says("one");
        Advance(49);
        ExpectSilence(ann);
        Advance(1);
        Assert.Equal(["one"], ann.ExpectTexts());
        Advance(50);
        Assert.Equal(17, ann.ExpectList().Members.Count);
    }

    [Fact]
    public void Few_who_come_in_one_turn_are_no_crowd()
    {
        Open();
        var (ann, welcome) = Come("Ann");
        ComeTogether(15);
        welcome.Add();
        var turn = ann.Probe.ExpectMsg<Turn>();
        ann.Says("one");

        Assert.NotNull(turn.Receipts);
        ExpectSilence(ann);
        Advance(20);
        Assert.Equal(["one"], ann.ExpectTexts());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(16, 15)]
    [InlineData(1000, 938)]
    public void Most_are_all_of_few_and_fifteen_of_sixteen(int receivers, int most)
    {
        var receipts = new Receipts(receivers, TestActor);
        for (var taken = 1; taken < most; taken++) receipts.Add();
        ExpectNoMsg(TimeSpan.Zero);

        receipts.Add();

        Assert.Same(receipts, ExpectMsg<Receipts.MostTaken>().Receipts);
    }

    [Fact]
    public void An_answer_has_it_speak_at_once_and_what_is_said_then_is_not_forgotten()
    {
        Open();
        var (ann, _) = Come("Ann");
        ann.Says("one");
        ann.Wants(new ClientMessage.List());
        Assert.Equal(["one"], ann.ExpectTexts());
        Assert.IsType<RoomEvent.MembersListed>(Assert.Single(ann.ExpectTurn()));

        ann.Says("two");
        ExpectSilence(ann);
        Advance(20);

        Assert.Equal(["two"], ann.ExpectTexts());
    }
}

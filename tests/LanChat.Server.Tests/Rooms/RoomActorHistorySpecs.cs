using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorHistorySpecs : RoomSpec
{
    private readonly TestProbe _history;

    public RoomActorHistorySpecs() => _history = CreateTestProbe();

    private void OpenKept(params string[] settings) => Open(RestoredState.None, _history.Ref, settings);

    /// <summary>The turn that is to be kept now.</summary>
    private HistoryProtocol.Keep ExpectKeep(params string[] texts)
    {
        var keep = _history.ExpectMsg<HistoryProtocol.Keep>();
        Assert.Equal(texts, keep.Said.Select(RoomSentences.TextOf));
        return keep;
    }

    private void IsKept(HistoryProtocol.Keep keep) => _history.Send(Room, new HistoryProtocol.Kept(keep.Number));

    private Guest EnterAndBeKept(string name)
    {
        var guest = Ask(name);
        IsKept(_history.ExpectMsg<HistoryProtocol.Keep>());
        guest.ExpectJoined();
        guest.ExpectTurn();
        return guest;
    }

    [Fact]
    public void Nobody_is_told_before_it_is_kept()
    {
        OpenKept();
        var ann = EnterAndBeKept("Ann");

        ann.Says("hello");

        var keep = ExpectKeep("hello");
        ann.Probe.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        IsKept(keep);
        Assert.Equal(["hello"], ann.ExpectTexts());
    }

    [Fact]
    public void What_is_said_while_a_turn_is_kept_is_the_next_one()
    {
        OpenKept();
        var ann = EnterAndBeKept("Ann");
        ann.Says("one");
        var first = ExpectKeep("one");

        ann.Says("two");
        ann.Says("three");
        IsKept(first);

        Assert.Equal(["one"], ann.ExpectTexts());
        IsKept(ExpectKeep("two", "three"));
        Assert.Equal(["two", "three"], ann.ExpectTexts());
    }

    [Fact]
    public void Every_request_is_answered_in_the_order_they_came()
    {
        OpenKept();
        var ann = EnterAndBeKept("Ann");
        var ben = EnterAndBeKept("Ben");
        ann.ExpectTurn();

        ann.Says("one");
        var first = ExpectKeep("one");
        ann.Wants(new ClientMessage.Tell("Ben", "psst"));
        ann.Says("two");
        ann.Wants(new ClientMessage.Rename("Anna"));
        ann.Wants(new ClientMessage.Say(""));
        IsKept(first);
        Assert.Equal(["one"], ann.ExpectTexts());
        Assert.Equal("psst", Assert.IsType<RoomEvent.Told>(Assert.Single(ann.ExpectTurn())).Message.Text);
        IsKept(ExpectKeep("two", "【Ann】改名为【Anna】"));

        Assert.Equal(["two", "【Ann】改名为【Anna】"], ann.ExpectTexts());
        Assert.IsType<RoomEvent.NameChanged>(Assert.Single(ann.ExpectTurn()));
        Assert.Equal(Refusal.Incomplete with { Closes = false }, ann.ExpectRefusal());
        Assert.Equal(["one"], ben.ExpectTexts());
        Assert.Equal("psst", Assert.IsType<RoomEvent.Told>(Assert.Single(ben.ExpectTurn())).Message.Text);
    }

    [Fact]
    public void Who_comes_while_a_turn_is_kept_is_shown_it_as_history()
    {
        OpenKept();
        var ann = EnterAndBeKept("Ann");
        ann.Says("before");
        var keep = ExpectKeep("before");

        var ben = Ask("Ben");
        IsKept(keep);
        IsKept(_history.ExpectMsg<HistoryProtocol.Keep>());

        var joined = ben.ExpectJoined();
        Assert.Equal("before", joined.Entrance.Events.Texts()[^1]);
        Assert.Equal([RoomSentences.Joined(joined.You)], ben.ExpectTexts());
    }

    [Fact]
    public void Who_leaves_hears_the_last_of_what_they_said()
    {
        OpenKept();
        var ann = EnterAndBeKept("Ann");
        ann.Says("bye");
        var keep = ExpectKeep("bye");

        ann.Leaves();
        IsKept(keep);

        Assert.Equal(["bye"], ann.ExpectTexts());
        ann.Probe.ExpectMsg<RoomProtocol.Left>();
        ExpectKeep(RoomSentences.Left(new Member("Ann", new PeerAddress("192.168.38.203", 50_001))));
    }

    [Fact]
    public void Who_is_lost_while_a_turn_is_kept_is_gone_afterwards()
    {
        OpenKept();
        var ann = EnterAndBeKept("Ann");
        var ben = EnterAndBeKept("Ben");
        ann.ExpectTurn();
        ann.Says("hello");
        var keep = ExpectKeep("hello");

        Watch(ben.Probe.Ref);
        Sys.Stop(ben.Probe.Ref);
        ExpectTerminated(ben.Probe.Ref);
        IsKept(keep);

        Assert.Equal(["hello"], ann.ExpectTexts());
        IsKept(ExpectKeep(RoomSentences.Left(new Member("Ben", new PeerAddress("192.168.38.203", 50_002)))));
        Assert.Single(ann.ExpectTexts());
    }

    [Fact]
    public void A_room_that_closes_says_what_was_said_before()
    {
        OpenKept();
        var ann = EnterAndBeKept("Ann");
        ann.Says("bye");
        Room.Tell(new RoomProtocol.Close(), _history.Ref);

        IsKept(ExpectKeep("bye"));

        Assert.Equal(["bye"], ann.ExpectTexts());
        Assert.Equal(Refusal.Closing, ann.Probe.ExpectMsg<RoomProtocol.Dismissed>().Reason);
    }

    [Fact]
    public void A_relaxed_room_tells_first()
    {
        OpenKept("history.durability=relaxed");
        var ann = Ask("Ann");
        ann.ExpectJoined();
        ann.ExpectTurn();
        IsKept(_history.ExpectMsg<HistoryProtocol.Keep>());

        ann.Says("one");
        Assert.Equal(["one"], ann.ExpectTexts());

        ann.Says("two");
        var first = ExpectKeep("one");
        ann.Probe.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        IsKept(first);
        Assert.Equal(["two"], ann.ExpectTexts());
    }

    [Fact]
    public void A_disk_that_does_not_answer_costs_a_moment_but_not_the_voice()
    {
        OpenKept();
        var ann = EnterAndBeKept("Ann");
        ann.Says("one");
        var late = ExpectKeep("one");

        Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["one"], ann.ExpectTexts());

        ann.Says("two");
        var keep = ExpectKeep("two");
        IsKept(late);
        ann.Probe.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        IsKept(keep);
        Assert.Equal(["two"], ann.ExpectTexts());
    }

    [Fact]
    public void The_room_says_that_it_can_t_remember_and_that_it_can_again()
    {
        OpenKept();
        var ann = EnterAndBeKept("Ann");
        ann.Says("one");
        var keep = ExpectKeep("one");

        _history.Send(Room, new HistoryProtocol.Troubled("the disk is full"));
        IsKept(keep);
        Assert.Equal(["one"], ann.ExpectTexts());
        IsKept(ExpectKeep(RoomSentences.StoreUnavailable));
        Assert.Equal([RoomSentences.StoreUnavailable], ann.ExpectTexts());

        _history.Send(Room, new HistoryProtocol.Recovered(3));
        IsKept(ExpectKeep(RoomSentences.StoreRecovered(3)));
        Assert.Equal([RoomSentences.StoreRecovered(3)], ann.ExpectTexts());
    }

    [Fact]
    public void A_room_goes_on_with_the_numbers_of_its_past()
    {
        var old = new ChatMessage(
            41, MessageKind.Said, "Old", new PeerAddress("10.0.0.1", 1), "long ago", new DateTime(2026, 1, 2, 3, 4, 5));
        Open(new RestoredState([old], 42), _history.Ref);
        var ann = Ask("Ann");

        var keep = _history.ExpectMsg<HistoryProtocol.Keep>();
        Assert.Equal(43, Assert.Single(keep.Said).Id);
        Assert.Equal(["long ago"], ann.ExpectJoined().Entrance.Events.Texts());
    }
}

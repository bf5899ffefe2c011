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

    private void OpenWithHistory(params string[] settings) => Open(RestoredState.None, _history.Ref, settings);

    /// <summary>The request to persist the next batch.</summary>
    private HistoryProtocol.Persist ExpectPersist(params string[] texts)
    {
        var persist = _history.ExpectMsg<HistoryProtocol.Persist>();
        Assert.Equal(texts, persist.Messages.Select(RoomSentences.TextOf));
        return persist;
    }

    private void ConfirmPersisted(HistoryProtocol.Persist persist) =>
        _history.Send(Room, new HistoryProtocol.Persisted(persist.Number));

    private TestMember EnterAndPersist(string name)
    {
        var guest = RequestJoin(name);
        ConfirmPersisted(_history.ExpectMsg<HistoryProtocol.Persist>());
        guest.ExpectJoined();
        guest.ExpectBatch();
        return guest;
    }

    [Fact]
    public void Messages_are_persisted_before_they_are_published()
    {
        OpenWithHistory();
        var ann = EnterAndPersist("Ann");

        ann.Say("hello");

        var persist = ExpectPersist("hello");
        ann.Probe.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        ConfirmPersisted(persist);
        Assert.Equal(["hello"], ann.ExpectTexts());
    }

    [Fact]
    public void Messages_sent_while_a_batch_is_persisted_form_the_next_batch()
    {
        OpenWithHistory();
        var ann = EnterAndPersist("Ann");
        ann.Say("one");
        var first = ExpectPersist("one");

        ann.Say("two");
        ann.Say("three");
        ConfirmPersisted(first);

        Assert.Equal(["one"], ann.ExpectTexts());
        ConfirmPersisted(ExpectPersist("two", "three"));
        Assert.Equal(["two", "three"], ann.ExpectTexts());
    }

    [Fact]
    public void Requests_are_answered_in_order()
    {
        OpenWithHistory();
        var ann = EnterAndPersist("Ann");
        var ben = EnterAndPersist("Ben");
        ann.ExpectBatch();

        ann.Say("one");
        var first = ExpectPersist("one");
        ann.Send(new ClientMessage.Tell("Ben", "psst"));
        ann.Say("two");
        ann.Send(new ClientMessage.Rename("Anna"));
        ann.Send(new ClientMessage.Say(""));
        ConfirmPersisted(first);
        Assert.Equal(["one"], ann.ExpectTexts());
        Assert.Equal("psst", Assert.IsType<RoomEvent.PrivateMessage>(Assert.Single(ann.ExpectBatch())).Message.Text);
        ConfirmPersisted(ExpectPersist("two", "【Ann】改名为【Anna】"));

        Assert.Equal(["two", "【Ann】改名为【Anna】"], ann.ExpectTexts());
        Assert.IsType<RoomEvent.NameChanged>(Assert.Single(ann.ExpectBatch()));
        Assert.Equal(Refusal.Incomplete with { Closes = false }, ann.ExpectRefusal());
        Assert.Equal(["one"], ben.ExpectTexts());
        Assert.Equal("psst", Assert.IsType<RoomEvent.PrivateMessage>(Assert.Single(ben.ExpectBatch())).Message.Text);
    }

    [Fact]
    public void A_newcomer_during_persisting_is_shown_the_batch_as_history()
    {
        OpenWithHistory();
        var ann = EnterAndPersist("Ann");
        ann.Say("before");
        var persist = ExpectPersist("before");

        var ben = RequestJoin("Ben");
        ConfirmPersisted(persist);
        ConfirmPersisted(_history.ExpectMsg<HistoryProtocol.Persist>());

        var joined = ben.ExpectJoined();
        Assert.Equal("before", joined.Entrance.Events.Texts()[^1]);
        Assert.Equal([RoomSentences.Joined(joined.You)], ben.ExpectTexts());
    }

    [Fact]
    public void A_member_who_leaves_gets_their_last_message()
    {
        OpenWithHistory();
        var ann = EnterAndPersist("Ann");
        ann.Say("bye");
        var persist = ExpectPersist("bye");

        ann.Leave();
        ConfirmPersisted(persist);

        Assert.Equal(["bye"], ann.ExpectTexts());
        ann.Probe.ExpectMsg<RoomProtocol.Left>();
        ExpectPersist(RoomSentences.Left(new Member("Ann", new PeerAddress("192.168.38.203", 50_001))));
    }

    [Fact]
    public void A_connection_lost_during_persisting_is_removed_afterwards()
    {
        OpenWithHistory();
        var ann = EnterAndPersist("Ann");
        var ben = EnterAndPersist("Ben");
        ann.ExpectBatch();
        ann.Say("hello");
        var persist = ExpectPersist("hello");

        Watch(ben.Probe.Ref);
        Sys.Stop(ben.Probe.Ref);
        ExpectTerminated(ben.Probe.Ref);
        ConfirmPersisted(persist);

        Assert.Equal(["hello"], ann.ExpectTexts());
        var left = RoomSentences.Left(new Member("Ben", new PeerAddress("192.168.38.203", 50_002)));
        ConfirmPersisted(ExpectPersist(left));
        Assert.Single(ann.ExpectTexts());
    }

    [Fact]
    public void A_closing_room_delivers_earlier_messages_first()
    {
        OpenWithHistory();
        var ann = EnterAndPersist("Ann");
        ann.Say("bye");
        Room.Tell(new RoomProtocol.Close(), _history.Ref);

        ConfirmPersisted(ExpectPersist("bye"));

        Assert.Equal(["bye"], ann.ExpectTexts());
        Assert.Equal(Refusal.Closing, ann.Probe.ExpectMsg<RoomProtocol.Disconnected>().Reason);
    }

    [Fact]
    public void A_relaxed_room_delivers_before_persisting()
    {
        OpenWithHistory("history.durability=relaxed");
        var ann = RequestJoin("Ann");
        ann.ExpectJoined();
        ann.ExpectBatch();
        ConfirmPersisted(_history.ExpectMsg<HistoryProtocol.Persist>());

        ann.Say("one");
        Assert.Equal(["one"], ann.ExpectTexts());

        ann.Say("two");
        var first = ExpectPersist("one");
        ann.Probe.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        ConfirmPersisted(first);
        Assert.Equal(["two"], ann.ExpectTexts());
    }

    [Fact]
    public void A_slow_store_delays_a_batch_by_the_timeout_only()
    {
        OpenWithHistory();
        var ann = EnterAndPersist("Ann");
        ann.Say("one");
        var late = ExpectPersist("one");

        Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["one"], ann.ExpectTexts());

        ann.Say("two");
        var persist = ExpectPersist("two");
        ConfirmPersisted(late);
        ann.Probe.ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        ConfirmPersisted(persist);
        Assert.Equal(["two"], ann.ExpectTexts());
    }

    [Fact]
    public void The_room_publishes_that_the_store_failed_and_recovered()
    {
        OpenWithHistory();
        var ann = EnterAndPersist("Ann");
        ann.Say("one");
        var persist = ExpectPersist("one");

        _history.Send(Room, new HistoryProtocol.StoreUnavailable("the disk is full"));
        ConfirmPersisted(persist);
        Assert.Equal(["one"], ann.ExpectTexts());
        ConfirmPersisted(ExpectPersist(RoomSentences.StoreUnavailable));
        Assert.Equal([RoomSentences.StoreUnavailable], ann.ExpectTexts());

        _history.Send(Room, new HistoryProtocol.StoreRecovered(3));
        ConfirmPersisted(ExpectPersist(RoomSentences.StoreRecovered(3)));
        Assert.Equal([RoomSentences.StoreRecovered(3)], ann.ExpectTexts());
    }

    [Fact]
    public void Message_ids_continue_after_a_restart()
    {
        var old = new ChatMessage(
            41, MessageKind.Said, "Old", new PeerAddress("10.0.0.1", 1), "long ago", new DateTime(2026, 1, 2, 3, 4, 5));
        Open(new RestoredState([old], 42), _history.Ref);
        var ann = RequestJoin("Ann");

        var persist = _history.ExpectMsg<HistoryProtocol.Persist>();
        Assert.Equal(43, Assert.Single(persist.Messages).Id);
        Assert.Equal(["long ago"], ann.ExpectJoined().Entrance.Events.Texts());
    }
}

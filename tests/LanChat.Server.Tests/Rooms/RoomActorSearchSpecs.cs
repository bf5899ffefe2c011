using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Search;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorSearchSpecs : RoomSpec
{
    private static readonly ClientMessage.ReadHistory Newest = new(5, null, null, null, null);

    [Fact]
    public void Without_a_store_a_search_covers_the_messages_in_memory()
    {
        Open();
        var ann = RequestJoin("Ann");
        ann.ExpectJoined();
        ann.ExpectBatch();
        ann.Say("one");
        ann.ExpectBatch();

        ann.Send(Newest);

        var page = Assert.IsType<RoomEvent.HistoryPage>(ann.Probe.ExpectMsg<SearchProtocol.Reply>().Event);
        Assert.Equal("one", page.Messages[^1].Text);
        Assert.False(page.HasOlder);
    }

    [Fact]
    public void A_search_follows_all_earlier_messages_to_the_history()
    {
        TestProbe history = CreateTestProbe();
        Open(RestoredState.None, history.Ref);
        var ann = RequestJoin("Ann");
        ConfirmPersisted();
        ann.ExpectJoined();
        ann.ExpectBatch();

        ann.Say("one");
        ann.Send(Newest);
        ConfirmPersisted();
        ann.ExpectBatch();
        var ask = history.ExpectMsg<SearchProtocol.Run>();
        ann.Say("two");
        ConfirmPersisted();

        Assert.Equal(["two"], ann.ExpectTexts());
        Assert.Equal((Newest, ann.Probe.Ref), (ask.Request, ask.ReplyTo));

        void ConfirmPersisted() =>
            history.Send(Room, new HistoryProtocol.Persisted(history.ExpectMsg<HistoryProtocol.Persist>().Number));
    }

    [Fact]
    public void In_a_relaxed_room_a_search_also_follows_all_earlier_messages()
    {
        using var clock = new GatedClock();
        TestProbe history = CreateTestProbe();
        Open(clock, history.Ref, "history.durability=relaxed");
        var ann = RequestJoin("Ann");
        ann.ExpectJoined();
        ann.ExpectBatch();
        history.Send(Room, new HistoryProtocol.Persisted(history.ExpectMsg<HistoryProtocol.Persist>().Number));
        clock.Shut();
        ann.Say("one");
        ann.Send(Newest);
        clock.Open();

        Assert.Equal("one", Assert.Single(history.ExpectMsg<HistoryProtocol.Persist>().Messages).Text);
        Assert.Equal(Newest, history.ExpectMsg<SearchProtocol.Run>().Request);
    }

    [Fact]
    public void A_search_from_outside_the_room_is_ignored()
    {
        Open();
        var stranger = CreateTestProbe();

        stranger.Send(Room, Newest);

        ExpectSilence(stranger, Room);
    }
}

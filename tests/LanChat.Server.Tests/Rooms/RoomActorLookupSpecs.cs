using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Search;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorLookupSpecs : RoomSpec
{
    private static readonly ClientMessage.Look Newest = new(5, null, null, null, null);

    [Fact]
    public void Without_a_history_it_is_answered_with_what_is_at_hand()
    {
        Open();
        var ann = Ask("Ann");
        ann.ExpectJoined();
        ann.ExpectTurn();
        ann.Says("one");
        ann.ExpectTurn();

        ann.Wants(Newest);

        var page = Assert.IsType<RoomEvent.PageShown>(ann.Probe.ExpectMsg<LookupProtocol.Answer>().Told);
        Assert.Equal("one", page.Messages[^1].Text);
        Assert.False(page.HasOlder);
    }

    [Fact]
    public void A_question_goes_to_the_history_when_all_that_was_said_before_is_kept_and_the_room_goes_on()
    {
        TestProbe history = CreateTestProbe();
        Open(RestoredState.None, history.Ref);
        var ann = Ask("Ann");
        IsKept();
        ann.ExpectJoined();
        ann.ExpectTurn();

        ann.Says("one");
        ann.Wants(Newest);
        IsKept();
        ann.ExpectTurn();
        var ask = history.ExpectMsg<LookupProtocol.Ask>();
        ann.Says("two");
        IsKept();

        Assert.Equal(["two"], ann.ExpectTexts());
        Assert.Equal((Newest, ann.Probe.Ref), (ask.Question, ask.Asker));

        void IsKept() => history.Send(Room, new HistoryProtocol.Kept(history.ExpectMsg<HistoryProtocol.Keep>().Number));
    }

    [Fact]
    public void In_a_relaxed_room_too_the_history_has_what_was_said_before_the_question()
    {
        using var clock = new GatedClock();
        TestProbe history = CreateTestProbe();
        Open(clock, history.Ref, "history.durability=relaxed");
        var ann = Ask("Ann");
        ann.ExpectJoined();
        ann.ExpectTurn();
        history.Send(Room, new HistoryProtocol.Kept(history.ExpectMsg<HistoryProtocol.Keep>().Number));
        clock.Shut();
        ann.Says("one");
        ann.Wants(Newest);
        clock.Open();

        Assert.Equal("one", Assert.Single(history.ExpectMsg<HistoryProtocol.Keep>().Said).Text);
        Assert.Equal(Newest, history.ExpectMsg<LookupProtocol.Ask>().Question);
    }

    [Fact]
    public void Who_is_not_in_the_room_is_not_answered()
    {
        Open();
        var stranger = CreateTestProbe();

        stranger.Send(Room, Newest);

        ExpectSilence(stranger, Room);
    }
}

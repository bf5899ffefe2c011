using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorDeduplicationSpecs : RoomSpec
{
    private static ClientMessage.Say Say(string text, string reference) => new(text) { Ref = reference };

    [Fact]
    public void Only_the_sender_gets_the_acknowledgement()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Send(Say("hello", "r1"));

        var said = Assert.IsType<RoomEvent.Spoken>(Assert.Single(ann.ExpectBatch())).Message;
        Assert.Equal([new RoomEvent.Acknowledged("r1", said.Id)], ann.ExpectBatch());
        Assert.Equal(["hello"], ben.ExpectTexts());
        ExpectSilence(ben);
    }

    [Fact]
    public void A_retry_is_not_published_again()
    {
        Open();
        var ann = Enter("Ann");
        ann.Send(Say("one", "r1"));
        ann.Send(new ClientMessage.Act("waves") { Ref = "r2" });
        ann.Send(Say("one", "r1"));
        ann.Send(Say("three", "r3"));

        var received = new List<RoomEvent>();
        while (received.LastOrDefault() is not RoomEvent.Acknowledged { Ref: "r3" }) received.AddRange(ann.ExpectBatch());
        var said = received.OfType<RoomEvent.Spoken>().Select(spoken => spoken.Message).ToDictionary(
            message => message.Id, message => message.Text);
        Assert.Equal(["one", "waves", "three"], said.Values);
        Assert.Equal(["r1 one", "r1 one", "r2 waves", "r3 three"], received.OfType<RoomEvent.Acknowledged>().Select(
            spoken => $"{spoken.Ref} {said[spoken.Id]}").Order());
    }

    [Fact]
    public void Deduplication_survives_a_restart()
    {
        Open(
            new RestoredState([], 7) { Registry = new RegistrySnapshot([], [], [("r7", 7)]) },
            Akka.Actor.ActorRefs.Nobody);
        var ann = Enter("Ann");

        ann.Send(Say("seven", "r7"));

        Assert.Equal([new RoomEvent.Acknowledged("r7", 7)], ann.ExpectBatch());
    }

    [Fact]
    public void A_message_is_acknowledged_after_it_is_persisted()
    {
        var history = CreateTestProbe();
        Open(RestoredState.None, history.Ref);
        var ann = RequestJoin("Ann");
        ConfirmPersisted(history);
        ann.ExpectJoined();
        ann.ExpectBatch();

        ann.Send(Say("one", "r1"));
        var persist = history.ExpectMsg<HistoryProtocol.Persist>();
        ann.Send(Say("one", "r1"));
        ExpectSilence(ann);

        Assert.Equal("r1", Assert.Single(persist.Messages).Ref);
        history.Send(Room, new HistoryProtocol.Persisted(persist.Number));
        ann.ExpectTexts();
        Assert.Equal([new RoomEvent.Acknowledged("r1", 2)], ann.ExpectBatch());
        Assert.Equal([new RoomEvent.Acknowledged("r1", 2)], ann.ExpectBatch());
    }

    [Fact]
    public void A_private_message_is_delivered_once()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Send(new ClientMessage.Tell("Ben", "psst") { Ref = "r1" });
        ann.Send(new ClientMessage.Tell("Ben", "psst") { Ref = "r1" });

        Assert.Equal(new RoomEvent.Acknowledged("r1", 0), ann.ExpectBatch()[1]);
        Assert.Equal([new RoomEvent.Acknowledged("r1", 0)], ann.ExpectBatch());
        Assert.IsType<RoomEvent.PrivateMessage>(Assert.Single(ben.ExpectBatch()));
        ExpectSilence(ben);
    }

    [Fact]
    public void A_refused_request_may_be_retried()
    {
        Open();
        var ann = Enter("Ann");
        ann.Send(new ClientMessage.Ignore());
        ann.ExpectBatch();
        ann.Send(Say("hello", "r1"));
        Assert.Equal(Refusal.Ignoring, ann.ExpectRefusal());
        ann.Send(new ClientMessage.Ignore());
        ann.ExpectBatch();

        ann.Send(Say("hello", "r1"));

        Assert.Equal(["hello"], ann.ExpectTexts());
    }

    [Fact]
    public void The_oldest_refs_are_removed()
    {
        Open("history.refs=2");
        var ann = Enter("Ann");
        foreach (var reference in new[] { "r1", "r2", "r3", "r1" })
        {
            ann.Send(Say(reference, reference));
            ann.ExpectTexts();
            Assert.IsType<RoomEvent.Acknowledged>(Assert.Single(ann.ExpectBatch()));
        }
    }

    private void ConfirmPersisted(TestProbe history) =>
        history.Send(Room, new HistoryProtocol.Persisted(history.ExpectMsg<HistoryProtocol.Persist>().Number));
}

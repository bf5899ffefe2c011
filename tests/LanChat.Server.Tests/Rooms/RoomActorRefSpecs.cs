using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorRefSpecs : RoomSpec
{
    private static ClientMessage.Say Say(string text, string reference) => new(text) { Ref = reference };

    [Fact]
    public void Only_its_speaker_is_told_what_became_of_it()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Wants(Say("hello", "r1"));

        var said = Assert.IsType<RoomEvent.Spoken>(Assert.Single(ann.ExpectTurn())).Message;
        Assert.Equal([new RoomEvent.Known("r1", said.Id)], ann.ExpectTurn());
        Assert.Equal(["hello"], ben.ExpectTexts());
        ExpectSilence(ben);
    }

    [Fact]
    public void What_is_asked_for_again_is_not_said_again()
    {
        Open();
        var ann = Enter("Ann");
        ann.Wants(Say("one", "r1"));
        ann.Wants(new ClientMessage.Act("waves") { Ref = "r2" });
        ann.Wants(Say("one", "r1"));
        ann.Wants(Say("three", "r3"));

        var heard = new List<RoomEvent>();
        while (heard.LastOrDefault() is not RoomEvent.Known { Ref: "r3" }) heard.AddRange(ann.ExpectTurn());
        var said = heard.OfType<RoomEvent.Spoken>().Select(known => known.Message).ToDictionary(
            message => message.Id, message => message.Text);
        Assert.Equal(["one", "waves", "three"], said.Values);
        Assert.Equal(["r1 one", "r1 one", "r2 waves", "r3 three"], heard.OfType<RoomEvent.Known>().Select(
            known => $"{known.Ref} {said[known.Id]}").Order());
    }

    [Fact]
    public void A_room_that_opens_again_knows_what_was_said_before()
    {
        Open(
            new RestoredState([], 7) { Registry = new RegistrySnapshot([], [], [("r7", 7)]) },
            Akka.Actor.ActorRefs.Nobody);
        var ann = Enter("Ann");

        ann.Wants(Say("seven", "r7"));

        Assert.Equal([new RoomEvent.Known("r7", 7)], ann.ExpectTurn());
    }

    [Fact]
    public void Nothing_is_confirmed_before_it_is_kept()
    {
        var history = CreateTestProbe();
        Open(RestoredState.None, history.Ref);
        var ann = Ask("Ann");
        Keep(history);
        ann.ExpectJoined();
        ann.ExpectTurn();

        ann.Wants(Say("one", "r1"));
        var keep = history.ExpectMsg<HistoryProtocol.Keep>();
        ann.Wants(Say("one", "r1"));
        ExpectSilence(ann);

        Assert.Equal("r1", Assert.Single(keep.Said).Ref);
        history.Send(Room, new HistoryProtocol.Kept(keep.Number));
        ann.ExpectTexts();
        Assert.Equal([new RoomEvent.Known("r1", 2)], ann.ExpectTurn());
        Assert.Equal([new RoomEvent.Known("r1", 2)], ann.ExpectTurn());
    }

    [Fact]
    public void A_private_word_is_told_once()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Wants(new ClientMessage.Tell("Ben", "psst") { Ref = "r1" });
        ann.Wants(new ClientMessage.Tell("Ben", "psst") { Ref = "r1" });

        Assert.Equal(new RoomEvent.Known("r1", 0), ann.ExpectTurn()[1]);
        Assert.Equal([new RoomEvent.Known("r1", 0)], ann.ExpectTurn());
        Assert.IsType<RoomEvent.Told>(Assert.Single(ben.ExpectTurn()));
        ExpectSilence(ben);
    }

    [Fact]
    public void What_was_refused_can_be_asked_for_again()
    {
        Open();
        var ann = Enter("Ann");
        ann.Wants(new ClientMessage.Ignore());
        ann.ExpectTurn();
        ann.Wants(Say("hello", "r1"));
        Assert.Equal(Refusal.Ignoring, ann.ExpectRefusal());
        ann.Wants(new ClientMessage.Ignore());
        ann.ExpectTurn();

        ann.Wants(Say("hello", "r1"));

        Assert.Equal(["hello"], ann.ExpectTexts());
    }

    [Fact]
    public void The_oldest_are_forgotten()
    {
        Open("history.refs=2");
        var ann = Enter("Ann");
        foreach (var reference in new[] { "r1", "r2", "r3", "r1" })
        {
            ann.Wants(Say(reference, reference));
            ann.ExpectTexts();
            Assert.IsType<RoomEvent.Known>(Assert.Single(ann.ExpectTurn()));
        }
    }

    private void Keep(TestProbe history) =>
        history.Send(Room, new HistoryProtocol.Kept(history.ExpectMsg<HistoryProtocol.Keep>().Number));
}

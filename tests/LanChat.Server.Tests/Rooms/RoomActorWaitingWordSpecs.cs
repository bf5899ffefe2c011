using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorWaitingWordSpecs : RoomSpec
{
    private static readonly NickRegistration Ann = new(
        "Ann", "key of Ann", "192.168.38.203", new DateTime(2023, 8, 1), new DateTime(2023, 8, 1));

    private int _port = 60_000;

    private static RestoredState PastWith(params OfflineMessage[] words) =>
        new([], 0) { Registry = new RegistrySnapshot([Ann], words, []) };

    private static OfflineMessage Word(long number, string text, DateTime? time = null) => new(
        number, "Ann", new ChatMessage(
            0, MessageKind.Private, "Ben", new PeerAddress("10.0.0.1", 1), text, time ?? new DateTime(2023, 8, 9)));

    private void OpenWith(RestoredState past, params string[] settings) => Open(past, ActorRefs.Nobody, settings);

    /// <summary>The owner of the name comes in, and has heard their own welcome.</summary>
    private Guest Return(params Guest[] before)
    {
        var ann = new Guest(Room, CreateTestProbe());
        ann.Probe.Send(Room, new RoomProtocol.Join(
            Spoken.Nick("Ann"), new PeerAddress("192.168.38.203", ++_port))
        {
            Key = Ann.Key,
        });
        ann.ExpectJoined();
        ann.ExpectTurn();
        foreach (var other in before) other.ExpectTurn();
        return ann;
    }

    private static string[] Told(Guest guest) =>
        [.. guest.ExpectTurn().Cast<RoomEvent.Told>().Select(told => told.Message.Text)];

    [Fact]
    public void Words_wait_for_an_owner_who_is_not_here_and_the_speaker_is_told()
    {
        OpenWith(PastWith());
        var ben = Enter("Ben");
        ben.Wants(new ClientMessage.Tell("ann", "one") { Ref = "r1" });
        var answer = ben.ExpectTurn();
        Assert.Equal("ann", Assert.IsType<RoomEvent.Waits>(answer[0]).To);
        Assert.Equal(new RoomEvent.Known("r1", 0), answer[1]);
        ben.Wants(new ClientMessage.Tell("Ann", "one") { Ref = "r1" });
        Assert.Equal([new RoomEvent.Known("r1", 0)], ben.ExpectTurn());
        ben.Wants(new ClientMessage.Tell("Ann", "two"));
        Assert.IsType<RoomEvent.Waits>(Assert.Single(ben.ExpectTurn()));

        var ann = Return(ben);

        Assert.Equal(["one", "two"], Told(ann));
        ExpectSilence(ben);
    }

    [Fact]
    public void They_are_handed_over_again_until_their_owner_has_shown_them()
    {
        OpenWith(PastWith(Word(7, "one"), Word(8, "two"), Word(9, "three")));
        var ann = Return();
        Assert.Equal([7L, 8L, 9L], ann.ExpectTurn().Cast<RoomEvent.Told>().Select(told => told.Waited));
        ann.Wants(new ClientMessage.Had(8));
        Assert.Equal(["three"], Told(ann));

        var again = Return();

        Assert.Equal(["three"], Told(again));
        again.Wants(new ClientMessage.Had(9));
        ExpectSilence(Return());
    }

    [Fact]
    public void Nobody_else_gets_them()
    {
        OpenWith(PastWith(Word(7, "one")));
        var eve = Enter("Ann");

        eve.Wants(new ClientMessage.Had(7));
        ExpectSilence(eve);

        Assert.Equal(["one"], Told(Return(eve)));
    }

    [Fact]
    public void Not_too_many_wait()
    {
        OpenWith(PastWith(Word(7, "one")), "names.words-per-name=2");
        var ben = Enter("Ben");
        ben.Wants(new ClientMessage.Tell("Ann", "two"));
        Assert.IsType<RoomEvent.Waits>(Assert.Single(ben.ExpectTurn()));

        ben.Wants(new ClientMessage.Tell("Ann", "three"));

        Assert.Equal(Refusal.WordsFull, ben.ExpectRefusal());
    }

    [Fact]
    public void Not_too_much_waits()
    {
        OpenWith(PastWith(Word(7, "one")), "names.words-total=5");
        var ben = Enter("Ben");

        ben.Wants(new ClientMessage.Tell("Ann", "two"));

        Assert.Equal(Refusal.WordsFull, ben.ExpectRefusal());
    }

    [Fact]
    public void Words_do_not_wait_for_ever()
    {
        OpenWith(PastWith(Word(7, "old", new DateTime(2023, 7, 1)), Word(8, "new")));

        Assert.Equal(["new"], Told(Return()));
    }

    [Fact]
    public void Nothing_waits_for_a_name_that_is_nobody_s()
    {
        OpenWith(RestoredState.None with { Registry = new RegistrySnapshot([], [Word(7, "for a former owner")], []) });
        var ben = Enter("Ben");

        ben.Wants(new ClientMessage.Tell("Ann", "one"));

        Assert.Equal(Refusal.NobodyOfThatName, ben.ExpectRefusal());
        ExpectSilence(Return(ben));
    }

    [Fact]
    public void The_speaker_is_told_when_it_is_kept_and_its_end_is_kept_as_well()
    {
        var history = CreateTestProbe();
        Open(PastWith(), history.Ref);
        var ben = Ask("Ben");
        Kept(history.ExpectMsg<HistoryProtocol.Keep>());
        ben.ExpectJoined();
        ben.ExpectTurn();

        ben.Wants(new ClientMessage.Tell("Ann", "one") { Ref = "r1" });
        var keep = history.ExpectMsg<HistoryProtocol.Keep>();
        var word = Assert.IsType<RegistryChange.MessageQueued>(Assert.Single(keep.Changes)).Message;
        Assert.Equal(("Ann", "one", "r1"), (word.To, word.Message.Text, word.Message.Ref));
        ExpectSilence(ben);
        Kept(keep);
        Assert.IsType<RoomEvent.Waits>(ben.ExpectTurn()[0]);

        var ann = new Guest(Room, CreateTestProbe());
        ann.Probe.Send(Room, new RoomProtocol.Join(
            Spoken.Nick("Ann"), new PeerAddress("192.168.38.203", 60_000))
        {
            Key = Ann.Key,
        });
        Kept(history.ExpectMsg<HistoryProtocol.Keep>());
        ann.ExpectJoined();
        ann.ExpectTurn();
        Assert.Equal(["one"], Told(ann));
        ann.Wants(new ClientMessage.Had(word.Number));
        Assert.Equal(
            [new RegistryChange.MessageRemoved(word.Number)], history.ExpectMsg<HistoryProtocol.Keep>().Changes);

        void Kept(HistoryProtocol.Keep keep) => history.Send(Room, new HistoryProtocol.Kept(keep.Number));
    }
}

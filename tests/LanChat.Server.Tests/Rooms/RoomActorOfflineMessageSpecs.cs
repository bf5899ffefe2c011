using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorOfflineMessageSpecs : RoomSpec
{
    private static readonly NickRegistration Ann = new(
        "Ann", "key of Ann", "192.168.38.203", new DateTime(2023, 8, 1), new DateTime(2023, 8, 1));

    private int _port = 60_000;

    private static RestoredState StateWith(params OfflineMessage[] messages) =>
        new([], 0) { Registry = new RegistrySnapshot([Ann], messages, []) };

    private static OfflineMessage Message(long number, string text, DateTime? time = null) => new(
        number, "Ann", new ChatMessage(
            0, MessageKind.Private, "Ben", new PeerAddress("10.0.0.1", 1), text, time ?? new DateTime(2023, 8, 9)));

    private void OpenWith(RestoredState restored, params string[] settings) =>
        Open(restored, ActorRefs.Nobody, settings);

    /// <summary>The owner of the nickname joins and gets the welcome.</summary>
    private TestMember Return(params TestMember[] before)
    {
        var ann = new TestMember(Room, CreateTestProbe());
        ann.Probe.Send(Room, new RoomProtocol.Join(
            RoomEventExtensions.Nick("Ann"), new PeerAddress("192.168.38.203", ++_port))
        {
            Account = Ann.Account,
        });
        ann.ExpectJoined();
        ann.ExpectBatch();
        foreach (var other in before) other.ExpectBatch();
        return ann;
    }

    private static string[] PrivateTexts(TestMember guest) =>
        [.. guest.ExpectBatch().Cast<RoomEvent.PrivateMessage>().Select(message => message.Message.Text)];

    [Fact]
    public void A_message_for_an_absent_owner_is_kept_and_its_sender_is_told()
    {
        OpenWith(StateWith());
        var ben = Enter("Ben");
        ben.Send(new ClientMessage.Tell("ann", "one") { Ref = "r1" });
        var answer = ben.ExpectBatch();
        Assert.Equal("ann", Assert.IsType<RoomEvent.StoredForLater>(answer[0]).To);
        Assert.Equal(new RoomEvent.Acknowledged("r1", 0), answer[1]);
        ben.Send(new ClientMessage.Tell("Ann", "one") { Ref = "r1" });
        Assert.Equal([new RoomEvent.Acknowledged("r1", 0)], ben.ExpectBatch());
        ben.Send(new ClientMessage.Tell("Ann", "two"));
        Assert.IsType<RoomEvent.StoredForLater>(Assert.Single(ben.ExpectBatch()));

        var ann = Return(ben);

        Assert.Equal(["one", "two"], PrivateTexts(ann));
        ExpectSilence(ben);
    }

    [Fact]
    public void Offline_messages_are_sent_again_until_they_are_marked_as_delivered()
    {
        OpenWith(StateWith(Message(7, "one"), Message(8, "two"), Message(9, "three")));
        var ann = Return();
        Assert.Equal(
            [7L, 8L, 9L], ann.ExpectBatch().Cast<RoomEvent.PrivateMessage>().Select(message => message.Waited));
        ann.Send(new ClientMessage.Delivered(8));
        Assert.Equal(["three"], PrivateTexts(ann));

        var again = Return();

        Assert.Equal(["three"], PrivateTexts(again));
        again.Send(new ClientMessage.Delivered(9));
        ExpectSilence(Return());
    }

    [Fact]
    public void Offline_messages_are_for_their_owner_only()
    {
        OpenWith(StateWith(Message(7, "one")));
        var eve = Enter("Ann");

        eve.Send(new ClientMessage.Delivered(7));
        ExpectSilence(eve);

        Assert.Equal(["one"], PrivateTexts(Return(eve)));
    }

    [Fact]
    public void The_number_of_offline_messages_is_limited()
    {
        OpenWith(StateWith(Message(7, "one")), "names.words-per-name=2");
        var ben = Enter("Ben");
        ben.Send(new ClientMessage.Tell("Ann", "two"));
        Assert.IsType<RoomEvent.StoredForLater>(Assert.Single(ben.ExpectBatch()));

        ben.Send(new ClientMessage.Tell("Ann", "three"));

        Assert.Equal(Refusal.WordsFull, ben.ExpectRefusal());
    }

    [Fact]
    public void The_size_of_offline_messages_is_limited()
    {
        OpenWith(StateWith(Message(7, "one")), "names.words-total=5");
        var ben = Enter("Ben");

        ben.Send(new ClientMessage.Tell("Ann", "two"));

        Assert.Equal(Refusal.WordsFull, ben.ExpectRefusal());
    }

    [Fact]
    public void Offline_messages_expire()
    {
        OpenWith(StateWith(Message(7, "old", new DateTime(2023, 7, 1)), Message(8, "new")));

        Assert.Equal(["new"], PrivateTexts(Return()));
    }

    [Fact]
    public void Offline_messages_need_a_registered_nickname()
    {
        var registry = new RegistrySnapshot([], [Message(7, "for a former owner")], []);
        OpenWith(RestoredState.None with { Registry = registry });
        var ben = Enter("Ben");

        ben.Send(new ClientMessage.Tell("Ann", "one"));

        Assert.Equal(Refusal.NobodyOfThatName, ben.ExpectRefusal());
        ExpectSilence(Return(ben));
    }

    [Fact]
    public void Enqueueing_and_delivering_an_offline_message_are_persisted()
    {
        var history = CreateTestProbe();
        Open(StateWith(), history.Ref);
        var ben = RequestJoin("Ben");
        ConfirmPersisted(history.ExpectMsg<HistoryProtocol.Persist>());
        ben.ExpectJoined();
        ben.ExpectBatch();

        ben.Send(new ClientMessage.Tell("Ann", "one") { Ref = "r1" });
        var persist = history.ExpectMsg<HistoryProtocol.Persist>();
        var queued = Assert.IsType<RegistryChange.MessageQueued>(Assert.Single(persist.Changes)).Message;
        Assert.Equal(("Ann", "one", "r1"), (queued.To, queued.Message.Text, queued.Message.Ref));
        ExpectSilence(ben);
        ConfirmPersisted(persist);
        Assert.IsType<RoomEvent.StoredForLater>(ben.ExpectBatch()[0]);

        var ann = new TestMember(Room, CreateTestProbe());
        ann.Probe.Send(Room, new RoomProtocol.Join(
            RoomEventExtensions.Nick("Ann"), new PeerAddress("192.168.38.203", 60_000))
        {
            Account = Ann.Account,
        });
        ConfirmPersisted(history.ExpectMsg<HistoryProtocol.Persist>());
        ann.ExpectJoined();
        ann.ExpectBatch();
        Assert.Equal(["one"], PrivateTexts(ann));
        ann.Send(new ClientMessage.Delivered(queued.Number));
        Assert.Equal(
            [new RegistryChange.MessageRemoved(queued.Number)], history.ExpectMsg<HistoryProtocol.Persist>().Changes);

        void ConfirmPersisted(HistoryProtocol.Persist persist) =>
            history.Send(Room, new HistoryProtocol.Persisted(persist.Number));
    }
}

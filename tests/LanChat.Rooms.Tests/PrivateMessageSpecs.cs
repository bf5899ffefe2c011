using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

/// <summary>Private messages between accounts, and those of guests.</summary>
public sealed class PrivateMessageSpecs
{
    private readonly TestRoom _room = TestRoom.Open();
    private readonly Session _ann;
    private readonly Session _ben;

    public PrivateMessageSpecs()
    {
        _ann = Join("Ann", "1");
        _ben = Join("Ben", "2");
        _room.DequeueOutcome();
    }

    [Fact]
    public void They_are_persisted_before_anybody_is_told_and_numbered_by_pair()
    {
        var cid = Join("Cid", "3");
        _room.DequeueOutcome();
        _room.Handle(_ann, new ClientMessage.Tell("Ben", "one"));
        _room.Handle(_ben, new ClientMessage.Tell("Ann", "two"));
        _room.Handle(cid, new ClientMessage.Tell("Ann", "first of another pair"));

        var outcome = _room.DequeueOutcome();

        Assert.Empty(outcome.Immediate);
        Assert.Equal([1, 2, 1], outcome.PrivateMessages.Select(message => message.Number));
        Assert.Equal(outcome.PrivateMessages, outcome.PrivateMessages.OrderBy(message => message.Serial));
        var first = outcome.Deliveries.OfType<Delivery.Reply>().First();
        var told = first.Events.OfType<RoomEvent.PrivateMessage>().Single();
        Assert.Equal((outcome.PrivateMessages[0].Serial, 1L), (told.Serial, told.Number));
    }

    [Fact]
    public void A_guest_s_are_not_kept()
    {
        var guest = _room.Join("Gus");
        _room.DequeueOutcome();

        _room.Handle(guest, new ClientMessage.Tell("Ann", "hello"));
        _room.Handle(_ann, new ClientMessage.Tell("Gus", "hello"));

        var outcome = _room.DequeueOutcome();
        Assert.Empty(outcome.PrivateMessages);
        Assert.All(
            TestRoom.All(outcome).OfType<Delivery.Reply>().SelectMany(reply => reply.Events)
                .OfType<RoomEvent.PrivateMessage>(),
            told => Assert.Equal((0, 0), (told.Serial, told.Number)));
    }

    [Fact]
    public void One_to_another_nickname_of_somebody_who_is_here_reaches_them()
    {
        _room.Handle(_ben, new ClientMessage.Rename("Benjamin"));
        _room.DequeueOutcome();

        _room.Handle(_ann, new ClientMessage.Tell("Ben", "hello"));

        var outcome = _room.DequeueOutcome();
        var told = TestRoom.All(outcome).OfType<Delivery.Reply>().Where(reply => reply.Sessions.Contains(_ben.Id))
            .SelectMany(reply => reply.Events).OfType<RoomEvent.PrivateMessage>();
        Assert.Equal("hello", Assert.Single(told).Message.Text);
        Assert.Empty(outcome.Changes);
    }

    [Fact]
    public void One_to_an_owner_who_is_nowhere_waits_and_its_sender_gets_a_copy()
    {
        _room.Leave(_ben);
        _room.DequeueOutcome();

        _room.Handle(_ann, new ClientMessage.Tell("Ben", "later") { RequestId = 7 });

        var outcome = _room.DequeueOutcome();
        var waiting = Assert.Single(outcome.Changes.OfType<RegistryChange.MessageQueued>());
        Assert.Equal(waiting.Message.Number, Assert.Single(outcome.PrivateMessages).Serial);
        var reply = Assert.Single(outcome.Deliveries.OfType<Delivery.Reply>());
        Assert.Collection(
            reply.Events,
            own => Assert.Equal(7, Assert.IsType<RoomEvent.PrivateMessage>(own).ReplyTo),
            waits => Assert.IsType<RoomEvent.StoredForLater>(waits),
            done => Assert.Equal(7, Assert.IsType<RoomEvent.Acknowledged>(done).ReplyTo));
    }

    [Fact]
    public void One_to_an_owner_in_another_room_does_not_wait()
    {
        _room.Leave(_ben);
        _room.Room.State.Private.SetPresent("account of Ben", isPresent: true);
        _room.DequeueOutcome();

        _room.Handle(_ann, new ClientMessage.Tell("Ben", "are you there?"));

        var outcome = _room.DequeueOutcome();
        Assert.Empty(outcome.Changes);
        Assert.Single(outcome.PrivateMessages);
        Assert.DoesNotContain(
            outcome.Deliveries.OfType<Delivery.Reply>().SelectMany(reply => reply.Events),
            what => what is RoomEvent.StoredForLater);
    }

    [Fact]
    public void A_retry_in_any_room_is_acknowledged_and_not_kept_again()
    {
        _room.Handle(_ann, new ClientMessage.Tell("Ben", "once") { Ref = "r1" });
        _room.DequeueOutcome();
        var log = _room.Room.State.Private;

        Assert.Equal(new RoomEvent.Acknowledged("r1", 0), log.Find("r1"));
        _room.Handle(_ann, new ClientMessage.Tell("Ben", "once") { Ref = "r1" });
        Assert.Empty(_room.DequeueOutcome().PrivateMessages);
    }

    private Session Join(string name, string client) => _room.Join(
        _room.RequestFor(name) with { Account = $"account of {name}", ClientId = client });
}

using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

/// <summary>
/// Every request gets exactly one reply with its request id. The sender's copy of a private message
/// has the id too; nobody else gets it.
/// </summary>
public sealed class RequestIdSpecs
{
    private const long Id = 7;

    private static readonly ChatFile Photo = new(9, "a.png", 5, null);

    public static TheoryData<ClientMessage, Type> Requests => new()
    {
        { new ClientMessage.Say("a"), typeof(RoomEvent.Acknowledged) },
        { new ClientMessage.Say("a") { Ref = "r" }, typeof(RoomEvent.Acknowledged) },
        { new ClientMessage.Say(""), typeof(RoomEvent.Refused) },
        { new ClientMessage.Act("a"), typeof(RoomEvent.Acknowledged) },
        { new ClientMessage.Tell("Ben", "a"), typeof(RoomEvent.Acknowledged) },
        { new ClientMessage.Tell("Ann", "to myself") { Ref = "r" }, typeof(RoomEvent.Acknowledged) },
        { new ClientMessage.Tell("Ben", ""), typeof(RoomEvent.Refused) },
        { new ClientMessage.Tell("nobody", "a"), typeof(RoomEvent.Refused) },
        { new ClientMessage.Tell("owner", "a"), typeof(RoomEvent.Acknowledged) },
        { new ClientMessage.Share("a.txt", "a", null), typeof(RoomEvent.Acknowledged) },
        { new ClientMessage.Share("a.txt", "a", "Ben"), typeof(RoomEvent.Acknowledged) },
        { new ClientMessage.Share("a.txt", "", null), typeof(RoomEvent.Refused) },
        { new ClientMessage.Share("a.txt", "a", "nobody"), typeof(RoomEvent.Refused) },
        { new ClientMessage.Rename("Anna"), typeof(RoomEvent.NameChanged) },
        { new ClientMessage.Rename("Ben"), typeof(RoomEvent.Refused) },
        { new ClientMessage.Rename(""), typeof(RoomEvent.Refused) },
        { new ClientMessage.Ignore(), typeof(RoomEvent.IgnoringChanged) },
        { new ClientMessage.Away("lunch"), typeof(RoomEvent.AwayNoted) },
        { new ClientMessage.Away(new string('x', 101)), typeof(RoomEvent.Refused) },
        { new ClientMessage.List(), typeof(RoomEvent.MembersListed) },
    };

    private static (TestRoom Room, Session Ann) Enter()
    {
        var room = TestRoom.Open();
        var owner = room.Join(room.RequestFor("owner") with { Account = "a key" });
        room.Leave(owner);
        var ann = room.Join("Ann");
        room.Join("Ben");
        room.DequeueOutcome();
        return (room, ann);
    }

    /// <summary>All replies that carry a request id, with their recipients.</summary>
    private static (SessionId To, RoomEvent Event)[] Replies(TestRoom room) =>
        [.. WithId(room).Where(sent => sent.Event is not RoomEvent.PrivateMessage)];

    /// <summary>All events that carry a request id, with their recipients.</summary>
    private static (SessionId To, RoomEvent Event)[] WithId(TestRoom room) =>
        [.. Sent(room).Where(sent => sent.Event.ReplyTo is not null)];

    private static (SessionId To, RoomEvent Event)[] Sent(TestRoom room) =>
    [
        .. from delivery in TestRoom.All(room.DequeueOutcome())
           from sent in delivery switch
           {
               Delivery.Reply reply => from to in reply.Sessions from said in reply.Events select (to, said),
               Delivery.Broadcast broadcast => from said in broadcast.Events select (default(SessionId), said),
               _ => [],
           }
           select sent,
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_gets_one_reply_with_its_id(ClientMessage request, Type answer)
    {
        var (room, ann) = Enter();

        room.Handle(ann, request with { RequestId = Id });

        var (to, said) = Assert.Single(Replies(room));
        Assert.Equal((ann.Id, Id), (to, said.ReplyTo));
        Assert.IsType(answer, said);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Without_a_request_id_no_reply_has_one(ClientMessage request, Type answer)
    {
        var (room, ann) = Enter();

        room.Handle(ann, request);

        Assert.NotNull(answer);
        Assert.Empty(WithId(room));
    }

    [Fact]
    public void The_sender_s_copy_of_a_private_message_has_the_id_and_comes_before_the_reply()
    {
        var (room, ann) = Enter();

        room.Handle(ann, new ClientMessage.Tell("Ben", "a") { RequestId = Id });
        room.Handle(ann, new ClientMessage.Share("a.txt", "a", "Ben") { RequestId = Id + 1 });

        var sent = Sent(room);
        Assert.Equal(
            [
                (typeof(RoomEvent.PrivateMessage), Id), (typeof(RoomEvent.Acknowledged), Id),
                (typeof(RoomEvent.PrivateMessage), Id + 1), (typeof(RoomEvent.Acknowledged), Id + 1),
            ],
            sent.Where(one => one.To == ann.Id).Select(one => (one.Event.GetType(), one.Event.ReplyTo ?? 0)));
        Assert.All(sent.Where(one => one.To != ann.Id), one => Assert.Null(one.Event.ReplyTo));
        Assert.Equal(2, sent.Count(one => one.To != ann.Id && one.Event is RoomEvent.PrivateMessage));
    }

    [Theory]
    [InlineData("Ann")]
    [InlineData("ann")]
    public void Who_writes_to_themselves_gets_one_copy_with_the_id(string name)
    {
        var (room, ann) = Enter();

        room.Handle(ann, new ClientMessage.Tell(name, "a") { RequestId = Id });

        Assert.Single(Sent(room), one => one is { Event: RoomEvent.PrivateMessage { ReplyTo: Id } });
    }

    [Fact]
    public void A_message_to_everybody_has_no_id()
    {
        var (room, ann) = Enter();

        room.Handle(ann, new ClientMessage.Say("a") { RequestId = Id });

        Assert.Null(Sent(room).Single(one => one.Event is RoomEvent.Spoken).Event.ReplyTo);
    }

    [Fact]
    public void A_retry_is_acknowledged_with_its_own_id()
    {
        var (room, ann) = Enter();
        room.Handle(ann, new ClientMessage.Say("a") { Ref = "r", RequestId = 1 });
        var first = Assert.IsType<RoomEvent.Acknowledged>(Assert.Single(Replies(room)).Event);

        room.Handle(ann, new ClientMessage.Say("a") { Ref = "r", RequestId = 2 });

        Assert.Equal(first with { ReplyTo = 2 }, Assert.Single(Replies(room)).Event);
    }

    [Fact]
    public void A_history_request_is_passed_on_with_its_id()
    {
        var (room, ann) = Enter();

        room.Handle(ann, new ClientMessage.ReadHistory(0, null, null, null, null) { RequestId = Id });

        var search = TestRoom.All(room.DequeueOutcome()).OfType<Delivery.Search>().Single();
        Assert.Equal(Id, search.Request.RequestId);
    }

    [Fact]
    public void An_upload_has_no_request_id()
    {
        var (room, ann) = Enter();

        room.Room.ShareUpload(new Upload(1, Photo, ann.Id, ann.Member.Address, null), room.Now);
        room.Room.ShareUpload(new Upload(2, Photo, null, ann.Member.Address, null), room.Now);
        room.Room.ShareUpload(new Upload(3, Photo, ann.Id, ann.Member.Address, "Ben"), room.Now);

        Assert.Empty(WithId(room));
    }
}

using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

/// <summary>
/// Every request gets exactly one reply with its request id; nobody else gets the id.
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
        var owner = room.Join(room.RequestFor("owner") with { Key = "a key" });
        room.Leave(owner);
        var ann = room.Join("Ann");
        room.Join("Ben");
        room.DequeueOutcome();
        return (room, ann);
    }

    /// <summary>All events that carry a request id, with their recipients.</summary>
    private static (SessionId To, RoomEvent Event)[] Replies(TestRoom room) =>
    [
        .. from delivery in TestRoom.All(room.DequeueOutcome())
           from sent in delivery switch
           {
               Delivery.Reply reply => from to in reply.Sessions from said in reply.Events select (to, said),
               Delivery.Broadcast broadcast => from said in broadcast.Events select (default(SessionId), said),
               _ => [],
           }
           where sent.Item2.ReplyTo is not null
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
        Assert.Empty(Replies(room));
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

        Assert.Empty(Replies(room));
    }
}

using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

public sealed class RoomEventSpecs
{
    private static string Notice(IEnumerable<RoomEvent> events) => events.OfType<RoomEvent.NoticeShown>().Single().Text;

    [Fact]
    public void A_join_event_has_nickname_and_address()
    {
        var room = TestRoom.Open();
        var address = new PeerAddress("192.168.38.149", 7788);
        room.Join(new JoinRequest(RoomEventExtensions.Nick("小糖豆"), address));

        var welcome = room.DequeueBatch().Messages().Single();

        Assert.Equal(new SystemMessage.Joined(new Member("小糖豆", address)), welcome.System);
        Assert.Equal(("系统消息", MessageKind.Joined), (welcome.Nickname, welcome.Kind));
        Assert.Equal(new PeerAddress("192.168.38.149", 8001), welcome.From);
    }

    [Fact]
    public void A_leave_event_has_nickname_and_address()
    {
        var room = TestRoom.Open();
        var address = new PeerAddress("192.168.38.203", 51_937);
        var session = room.Join(new JoinRequest(RoomEventExtensions.Nick("你是谁啊"), address));
        room.DequeueBatch();
        room.Leave(session);

        var farewell = room.DequeueBatch().Messages().Single();

        Assert.Equal(new SystemMessage.Left(new Member("你是谁啊", address)), farewell.System);
        Assert.Equal(("系统消息", MessageKind.Left), (farewell.Nickname, farewell.Kind));
    }

    [Fact]
    public void The_joined_message_has_the_nickname_the_room_gave()
    {
        var room = TestRoom.Open();
        room.Join("Ann");
        room.Join("Ann");

        Assert.Contains("【Ann_2】", room.DequeueBatch().Texts()[1]);
    }

    [Fact]
    public void The_default_notice_has_the_address_of_the_room() =>
        Assert.Contains(
            new RoomEvent.DefaultNoticeShown(new PeerAddress("192.168.38.149", 8001)), TestRoom.Open().Entrance());

    [Fact]
    public void A_rename_event_has_the_previous_nickname()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.DequeueBatch();
        room.Handle(ann, new ClientMessage.Rename("Anna"));

        var renamed = room.DequeueBatch().Messages().Single();

        Assert.Equal(new SystemMessage.Renamed(ann.Member, "Ann"), renamed.System);
        Assert.Equal(("系统消息", MessageKind.Renamed, ""), (renamed.Nickname, renamed.Kind, renamed.Text));
    }

    [Fact]
    public void Store_events_have_their_fields()
    {
        var room = TestRoom.Open();

        room.Room.StoreFailed(room.Now);
        room.Room.StoreRecovered(3, room.Now);

        Assert.Equal(
            [new SystemMessage.StoreUnavailable(), new SystemMessage.StoreRecovered(3)],
            room.DequeueBatch().Messages().Select(message => message.System));
    }

    [Fact]
    public void A_file_event_has_the_fields_of_the_file_and_the_site_of_its_link()
    {
        var room = TestRoom.Open();
        room.Room.Open(new PeerAddress("192.168.38.149", 8001), new WebEndpoint(8080));
        var ann = room.Join("Ann");
        room.DequeueBatch();
        var file = new ChatFile(9, "a b.png", 2009, null) { Link = "/files/x/a%20b.png" };

        room.Room.ShareUpload(new Upload(1, file, ann.Id, ann.Member.Address, null), room.Now);

        var shared = room.DequeueBatch().Messages().Single();
        Assert.Equal((MessageKind.File, "a b.png"), (shared.Kind, shared.Text));
        Assert.Equal(file with { Site = "http://192.168.38.149:8080" }, shared.File);
    }

    [Fact]
    public void A_configured_notice_stays_when_the_room_opens() =>
        Assert.Equal("Lunch", Notice(TestRoom.Open(rules => rules with { Notice = "Lunch" }).Entrance()));

    [Fact]
    public void A_changed_notice_is_published_and_shown_to_newcomers()
    {
        var room = TestRoom.Open();

        room.Room.ChangeNotice("Lunch at noon");

        Assert.Equal("Lunch at noon", Notice(room.DequeueBatch()));
        Assert.Equal("Lunch at noon", Notice(room.Entrance()));
    }

    [Fact]
    public void Line_breaks_in_a_notice_are_those_of_the_protocol()
    {
        var room = TestRoom.Open(rules => rules with { Notice = "one\ntwo" });
        Assert.Equal("one\r\ntwo", Notice(room.Entrance()));

        room.Room.ChangeNotice("three\nfour\r\nfive");

        Assert.Equal("three\r\nfour\r\nfive", Notice(room.DequeueBatch()));
    }

    [Fact]
    public void A_message_has_its_sender_address_and_time()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.Say(ann, " as it was\tsaid ");

        var said = room.DequeueBatch().Messages().Last();

        var expected = new ChatMessage(
            2, MessageKind.Said, "Ann", ann.Member.Address, " as it was\tsaid ", TestRoom.Local);
        Assert.Equal(expected, said);
    }
}

using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

public sealed class RoomWordsSpecs
{
    private static string Notice(IEnumerable<RoomEvent> events) => events.OfType<RoomEvent.NoticeShown>().Single().Text;

    [Fact]
    public void Who_enters_is_welcomed_to_the_letter()
    {
        var room = TestRoom.Open();
        room.Admit(new JoinRequest(Spoken.Nick("小糖豆"), new PeerAddress("192.168.38.149", 7788)));

        var welcome = room.TakeTurn().Messages().Single();

        Assert.Equal("欢迎来自 ('192.168.38.149', 7788) 的【小糖豆】加入聊天室!", welcome.Text);
        Assert.Equal(("系统消息", MessageKind.Joined), (welcome.Nickname, welcome.Kind));
        Assert.Equal(new PeerAddress("192.168.38.149", 8001), welcome.From);
    }

    [Fact]
    public void Who_leaves_is_told_of_to_the_letter()
    {
        var room = TestRoom.Open();
        var session = room.Admit(new JoinRequest(Spoken.Nick("你是谁啊"), new PeerAddress("192.168.38.203", 51_937)));
        room.TakeTurn();
        room.Leave(session);

        var farewell = room.TakeTurn().Messages().Single();

        Assert.Equal("来自 ('192.168.38.203', 51937) 的客户端【你是谁啊】下线了", farewell.Text);
        Assert.Equal(("系统消息", MessageKind.Left), (farewell.Nickname, farewell.Kind));
    }

    [Fact]
    public void The_name_in_the_welcome_is_the_one_the_room_gave()
    {
        var room = TestRoom.Open();
        room.Admit("Ann");
        room.Admit("Ann");

        Assert.Contains("【Ann_2】", room.TakeTurn().Texts()[1]);
    }

    [Fact]
    public void The_default_notice_names_the_room_s_address_to_the_letter() =>
        Assert.Equal("聊天室地址:192.168.38.149:8001 \r\n这里是你温馨的港湾,欢迎来到这里!", Notice(TestRoom.Open().Entrance()));

    [Fact]
    public void A_notice_of_one_s_own_stays_when_the_room_opens() =>
        Assert.Equal("Lunch", Notice(TestRoom.Open(rules => rules with { Notice = "Lunch" }).Entrance()));

    [Fact]
    public void A_changed_notice_is_said_and_shown_to_newcomers()
    {
        var room = TestRoom.Open();

        room.Room.ChangeNotice("Lunch at noon");

        Assert.Equal("Lunch at noon", Notice(room.TakeTurn()));
        Assert.Equal("Lunch at noon", Notice(room.Entrance()));
    }

    [Fact]
    public void Line_breaks_in_a_notice_are_those_of_the_protocol()
    {
        var room = TestRoom.Open(rules => rules with { Notice = "one\ntwo" });
        Assert.Equal("one\r\ntwo", Notice(room.Entrance()));

        room.Room.ChangeNotice("three\nfour\r\nfive");

        Assert.Equal("three\r\nfour\r\nfive", Notice(room.TakeTurn()));
    }

    [Fact]
    public void What_is_said_carries_who_said_it_from_where_and_when()
    {
        var room = TestRoom.Open();
        var ann = room.Admit("Ann");
        room.Say(ann, " as it was\tsaid ");

        var said = room.TakeTurn().Messages().Last();

        var expected = new ChatMessage(
            2, MessageKind.Said, "Ann", ann.Member.Address, " as it was\tsaid ", TestRoom.Local);
        Assert.Equal(expected, said);
    }
}

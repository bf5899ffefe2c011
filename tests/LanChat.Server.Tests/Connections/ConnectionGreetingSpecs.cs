using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionGreetingSpecs : ConnectionSpec
{
    [Fact]
    public void A_name_on_a_line_asks_the_room_to_let_it_in()
    {
        Connect();

        Receive("小糖豆\r\n");

        var join = Room.ExpectMsg<RoomProtocol.Join>();
        Assert.Equal(("小糖豆", Client), (join.Nick.Text, join.Address));
        Assert.Equal(Connection, Room.LastSender);
    }

    [Fact]
    public void A_name_that_nothing_follows_is_a_name_too()
    {
        Connect();
        Receive("小糖豆");

        Settle(Connection);
        Advance(199);
        ExpectSilence(Room, Connection);
        Advance(1);

        Assert.Equal("小糖豆", ExpectJoin());
    }

    [Fact]
    public void A_name_in_pieces_is_whole_when_nothing_more_follows()
    {
        Connect();
        Receive("A");
        Settle(Connection);
        Advance(150);
        Receive("nn");
        Settle(Connection);
        Advance(150);
        ExpectSilence(Room, Connection);

        Advance(50);

        Assert.Equal("Ann", ExpectJoin());
    }

    [Fact]
    public void A_piece_of_a_name_waits_for_its_line_end_in_time()
    {
        Connect();
        Receive("A");
        Receive("nn\n");

        Assert.Equal("Ann", ExpectJoin());
        Advance(1000);
        ExpectSilence(Room, Connection);
    }

    [Fact]
    public void A_hello_may_come_slowly()
    {
        Connect();
        Receive("""{"hello":1,""");
        Settle(Connection);
        Advance(1000);
        Receive(""" "nick":"Ann"}""" + "\n");

        Assert.Equal("Ann", ExpectJoin());
    }

    [Fact]
    public void Who_enters_is_shown_the_entrance()
    {
        Connect();
        Receive("Ann\n");
        ExpectJoin();

        Admit("Ann");

        Assert.Equal(
            """
            {"code":4,"msg":"群公告","data":"the notice"}
            {"code":2,"msg":"客户端列表","data":[]}

            """,
            ExpectWrite());
    }

    [Fact]
    public void A_rich_client_is_welcomed_first_by_the_name_the_room_gave()
    {
        Connect("room.name=Ours");
        Receive("""{"hello":1,"nick":"Ann"}""" + "\n");
        ExpectJoin();

        Admit("Ann_2");

        Assert.Equal(
            """{"code":3,"msg":"welcome","data":{"protocol":1,"room":"Ours","nick":"Ann_2","you":["192.168.38.203",51937],"line":65536,"""
            + "\"pings\":true,\"refs\":true,\"history\":200,\"zone\":480,\"taken\":\"Ann\"}}\n",
            ExpectWrite());
        ExpectReading();
        Assert.StartsWith("""{"code":4""", ExpectWrite());
    }

    [Fact]
    public void Who_asked_for_the_name_they_have_is_told_of_no_other()
    {
        Connect();
        Receive("""{"hello":1,"nick":"ANN"}""" + "\n");
        ExpectJoin();

        Admit("Ann");

        Assert.DoesNotContain("taken", ExpectWrite(), StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_line_the_room_tells_why_the_name_is_another_one()
    {
        Connect();
        Receive("Ann\n");
        ExpectJoin();

        Admit("Ann_2");

        Assert.DoesNotContain("taken", ExpectWrite(), StringComparison.Ordinal);
        ExpectReading();
        Assert.Contains("Ann is taken: you are Ann_2.", ExpectWrite(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_with_the_name_is_said_after_entering()
    {
        Connect();

        Receive("Ann\nhello\n");

        ExpectJoin();
        ExpectSilence(Room, Connection);
        Admit("Ann");
        Assert.Equal("hello", Room.ExpectMsg<ClientMessage.Say>().Text);
    }
}

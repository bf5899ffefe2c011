using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionGreetingSpecs : ConnectionSpec
{
    [Fact]
    public void A_nickname_on_a_line_requests_a_join()
    {
        Connect();

        Receive("小糖豆\r\n");

        var join = Room.ExpectMsg<RoomProtocol.Join>();
        Assert.Equal(("小糖豆", Client), (join.Nick.Text, join.Address));
        Assert.Equal(Connection, Room.LastSender);
    }

    [Fact]
    public void A_nickname_without_a_line_end_requests_a_join_after_a_pause()
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
    public void Parts_of_a_nickname_are_joined_until_a_pause()
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
    public void A_part_of_a_nickname_waits_for_its_line_end()
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
    public void A_newcomer_is_shown_the_entrance()
    {
        Connect();
        Receive("Ann\n");
        ExpectJoin();

        AcceptJoin("Ann");

        Assert.Equal(
            """
            {"code":4,"msg":"群公告","data":"the notice"}
            {"code":2,"msg":"客户端列表","data":[]}

            """,
            ExpectWrite());
    }

    [Fact]
    public void A_rich_client_gets_a_welcome_with_the_assigned_nickname_first()
    {
        Connect("room.name=Ours");
        Receive("""{"hello":1,"nick":"Ann"}""" + "\n");
        ExpectJoin();

        AcceptJoin("Ann_2");

        Assert.Equal(
            """{"code":3,"msg":"welcome","data":{"protocol":1,"room":"Ours","nick":"Ann_2","you":["192.168.38.203",51937],"line":65536,"""
            + "\"pings\":true,\"refs\":true,\"history\":200,\"zone\":480,\"taken\":\"Ann\"}}\n",
            ExpectWrite());
        ExpectReading();
        Assert.StartsWith("""{"code":4""", ExpectWrite());
    }

    [Fact]
    public void A_nickname_that_differs_in_case_only_is_not_reported_as_taken()
    {
        Connect();
        Receive("""{"hello":1,"nick":"ANN"}""" + "\n");
        ExpectJoin();

        AcceptJoin("Ann");

        Assert.DoesNotContain("taken", ExpectWrite(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_client_is_told_why_its_nickname_differs()
    {
        Connect();
        Receive("Ann\n");
        ExpectJoin();

        AcceptJoin("Ann_2");

        Assert.DoesNotContain("taken", ExpectWrite(), StringComparison.Ordinal);
        ExpectReading();
        Assert.Contains("Ann is taken: you are Ann_2.", ExpectWrite(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_after_the_nickname_is_handled_after_joining()
    {
        Connect();

        Receive("Ann\nhello\n");

        ExpectJoin();
        ExpectSilence(Room, Connection);
        AcceptJoin("Ann");
        Assert.Equal("hello", Room.ExpectMsg<ClientMessage.Say>().Text);
    }
}

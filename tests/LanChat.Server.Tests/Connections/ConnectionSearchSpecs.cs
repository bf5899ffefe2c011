using LanChat.Protocol;
using LanChat.Server.Search;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionSearchSpecs : ConnectionSpec
{
    private static readonly ClientMessage.ReadHistory Newest = new(1, null, null, null, null);

    private void ReplyPage(long tag) =>
        Reply(new SearchProtocol.Reply(new RoomEvent.HistoryPage(tag, [], false, false)));

    [Fact]
    public void Requests_after_a_search_are_handled_after_its_reply()
    {
        EnterInRichMode();
        Receive("""{"history":true,"tag":1}""" + "\n" + """{"say":"after"}""" + "\n");
        Assert.Equal(Newest, Room.ExpectMsg<ClientMessage.ReadHistory>());
        ExpectSilence();

        ReplyPage(1);

        Assert.Contains("\"code\":16", ExpectWrite(), StringComparison.Ordinal);
        Assert.Equal("after", Room.ExpectMsg<ClientMessage.Say>().Text);
    }

    [Fact]
    public void During_a_search_messages_are_written_and_nothing_is_read()
    {
        EnterInRichMode();
        Receive("""{"history":true,"tag":1}""" + "\n");
        Room.ExpectMsg<ClientMessage.ReadHistory>();

        Publish("hello");

        Assert.Contains("hello", ExpectWrite(), StringComparison.Ordinal);
        ExpectSilence();
        ReplyPage(1);
        FishForReading();
    }

    [Fact]
    public void One_search_runs_at_a_time()
    {
        EnterInRichMode();
        Receive(string.Concat(Enumerable.Range(1, 5).Select(tag => $"{{\"history\":true,\"tag\":{tag}}}\n")));

        for (var tag = 1; tag <= 5; tag++)
        {
            Assert.Equal(tag, Room.ExpectMsg<ClientMessage.ReadHistory>().Tag);
            ExpectSilence(Room, Connection);
            ReplyPage(tag);
        }
    }

    [Fact]
    public void A_client_that_closes_its_side_after_a_search_gets_the_reply_first()
    {
        EnterInRichMode();
        Receive("""{"search":"x"}""" + "\n");
        Room.ExpectMsg<ClientMessage.Search>();
        Socket.Send(Connection, Akka.IO.Tcp.PeerClosed.Instance);
        ExpectSilence(Room, Connection);

        Reply(new SearchProtocol.Reply(new RoomEvent.Found(0, [], null, false)));

        Assert.Contains("\"code\":17", ExpectWrite(), StringComparison.Ordinal);
        Room.ExpectMsg<LanChat.Server.Rooms.RoomProtocol.Leave>();
    }

    private void FishForReading() => Socket.FishForMessage(message => message is Akka.IO.Tcp.ResumeReading);
}

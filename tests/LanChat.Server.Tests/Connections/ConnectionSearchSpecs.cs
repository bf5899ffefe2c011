using LanChat.Protocol;
using LanChat.Server.Search;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionSearchSpecs : ConnectionSpec
{
    private static readonly ClientMessage.ReadHistory Newest = new(1, null, null, null, null);

    private void AnswerPage(long tag) =>
        Answer(new SearchProtocol.Reply(new RoomEvent.HistoryPage(tag, [], false, false)));

    [Fact]
    public void What_follows_a_question_is_heard_when_it_is_answered()
    {
        EnterInRichMode();
        Receive("""{"history":true,"tag":1}""" + "\n" + """{"say":"after"}""" + "\n");
        Assert.Equal(Newest, Room.ExpectMsg<ClientMessage.ReadHistory>());
        ExpectSilence();

        AnswerPage(1);

        Assert.Contains("\"code\":16", ExpectWrite(), StringComparison.Ordinal);
        Assert.Equal("after", Room.ExpectMsg<ClientMessage.Say>().Text);
    }

    [Fact]
    public void What_others_say_comes_meanwhile_and_nothing_is_read()
    {
        EnterInRichMode();
        Receive("""{"history":true,"tag":1}""" + "\n");
        Room.ExpectMsg<ClientMessage.ReadHistory>();

        Say("hello");

        Assert.Contains("hello", ExpectWrite(), StringComparison.Ordinal);
        ExpectSilence();
        AnswerPage(1);
        FishForReading();
    }

    [Fact]
    public void One_question_is_under_way_at_a_time()
    {
        EnterInRichMode();
        Receive(string.Concat(Enumerable.Range(1, 5).Select(tag => $"{{\"history\":true,\"tag\":{tag}}}\n")));

        for (var tag = 1; tag <= 5; tag++)
        {
            Assert.Equal(tag, Room.ExpectMsg<ClientMessage.ReadHistory>().Tag);
            ExpectSilence(Room, Connection);
            AnswerPage(tag);
        }
    }

    [Fact]
    public void Who_says_no_more_after_a_question_is_answered_before_they_are_gone()
    {
        EnterInRichMode();
        Receive("""{"search":"x"}""" + "\n");
        Room.ExpectMsg<ClientMessage.Search>();
        Socket.Send(Connection, Akka.IO.Tcp.PeerClosed.Instance);
        ExpectSilence(Room, Connection);

        Answer(new SearchProtocol.Reply(new RoomEvent.Found(0, [], null, false)));

        Assert.Contains("\"code\":17", ExpectWrite(), StringComparison.Ordinal);
        Room.ExpectMsg<LanChat.Server.Rooms.RoomProtocol.Leave>();
    }

    private void FishForReading() => Socket.FishForMessage(message => message is Akka.IO.Tcp.ResumeReading);
}

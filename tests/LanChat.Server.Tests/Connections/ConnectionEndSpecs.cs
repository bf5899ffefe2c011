using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

/// <summary>The client closes its side or resets the connection.</summary>
public sealed class ConnectionEndSpecs : ConnectionSpec
{
    private void End() => Socket.Send(Connection, Tcp.PeerClosed.Instance);

    [Fact]
    public void A_client_that_closes_its_side_gets_the_last_reply_and_is_disconnected()
    {
        EnterInLineMode();
        Receive("last words");
        ExpectReading();

        End();

        Assert.Equal("last words", Room.ExpectMsg<ClientMessage.Say>().Text);
        Room.ExpectMsg<RoomProtocol.Leave>();
        ExpectSilence(Socket, Connection);
        Publish("last words");
        Reply(RoomProtocol.Left.Instance);
        Assert.Contains("last words", ExpectWrite(written: false));
        ExpectSilence(Socket, Connection);
        Acknowledge();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
    }

    [Fact]
    public void Queued_frames_are_written_before_the_disconnect()
    {
        EnterInLineMode();
        Publish("one");
        ExpectWrite(written: false);
        End();
        Room.ExpectMsg<RoomProtocol.Leave>();
        Publish("two");
        Reply(RoomProtocol.Left.Instance);
        ExpectSilence(Socket, Connection);

        Acknowledge();
        Assert.Contains("two", ExpectWrite(written: false));
        ExpectSilence(Socket, Connection);
        Acknowledge();

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
    }

    [Fact]
    public void A_client_that_closes_before_its_nickname_is_disconnected_without_joining()
    {
        Connect();

        End();

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Fact]
    public void A_nickname_followed_by_the_end_joins_and_leaves()
    {
        Connect();
        Receive("Ann");
        ExpectReading();

        End();

        Assert.Equal("Ann", ExpectJoin());
        AcceptJoin("Ann");
        Room.ExpectMsg<RoomProtocol.Leave>();
        Assert.StartsWith("{\"code\":4", ExpectWrite());
    }

    [Fact]
    public void Half_an_object_of_a_rich_client_is_dropped_at_the_end()
    {
        EnterInRichMode();
        Receive("{\"say\":\"hel");
        ExpectReading();

        End();

        Room.ExpectMsg<RoomProtocol.Leave>();
    }

    [Fact]
    public void An_invalid_nickname_before_the_end_is_refused()
    {
        Connect();
        Receive("系统消息");
        ExpectReading();

        End();

        Assert.Contains(Protocol.Refusal.NicknameReserved.Text, ExpectWrite());
        Settle(Connection);
        Advance(30);
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Fact]
    public void A_lost_connection_is_stopped()
    {
        EnterInLineMode();

        Socket.Send(Connection, new Tcp.ErrorClosed("Connection reset by peer"));

        ExpectTerminated(Connection);
    }

    [Fact]
    public void A_write_that_fails_stops_the_connection()
    {
        EnterInLineMode();
        Publish("hello");

        Socket.Send(Connection, Socket.ExpectMsg<Tcp.Write>().FailureMessage);

        ExpectTerminated(Connection);
    }

    [Fact]
    public void A_connection_stops_when_the_socket_actor_dies()
    {
        EnterInLineMode();

        Sys.Stop(Socket.Ref);

        ExpectTerminated(Connection);
    }
}

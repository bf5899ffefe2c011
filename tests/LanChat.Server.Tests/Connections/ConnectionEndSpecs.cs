using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

/// <summary>What happens when the client ends its side, or is gone.</summary>
public sealed class ConnectionEndSpecs : ConnectionSpec
{
    private void End() => Socket.Send(Connection, Tcp.PeerClosed.Instance);

    [Fact]
    public void Who_ends_their_side_gets_the_answer_to_their_last_words_and_is_closed()
    {
        EnterInLineMode();
        Receive("last words");
        ExpectReading();

        End();

        Assert.Equal("last words", Room.ExpectMsg<ClientMessage.Say>().Text);
        Room.ExpectMsg<RoomProtocol.Leave>();
        ExpectSilence(Socket, Connection);
        Say("last words");
        Answer(RoomProtocol.Left.Instance);
        Assert.Contains("last words", ExpectWrite(written: false));
        ExpectSilence(Socket, Connection);
        Acknowledge();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
    }

    [Fact]
    public void What_waits_for_them_is_written_before_they_are_closed()
    {
        EnterInLineMode();
        Say("one");
        ExpectWrite(written: false);
        End();
        Room.ExpectMsg<RoomProtocol.Leave>();
        Say("two");
        Answer(RoomProtocol.Left.Instance);
        ExpectSilence(Socket, Connection);

        Acknowledge();
        Assert.Contains("two", ExpectWrite(written: false));
        ExpectSilence(Socket, Connection);
        Acknowledge();

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
    }

    [Fact]
    public void Who_ends_before_saying_a_name_is_closed_and_the_room_never_hears_of_it()
    {
        Connect();

        End();

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Fact]
    public void A_name_and_the_end_is_a_short_visit()
    {
        Connect();
        Receive("Ann");
        ExpectReading();

        End();

        Assert.Equal("Ann", ExpectJoin());
        Admit("Ann");
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
    public void A_name_against_the_rules_before_the_end_is_refused_as_ever()
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
        Say("hello");

        Socket.Send(Connection, Socket.ExpectMsg<Tcp.Write>().FailureMessage);

        ExpectTerminated(Connection);
    }

    [Fact]
    public void The_death_of_the_socket_s_actor_stops_the_connection()
    {
        EnterInLineMode();

        Sys.Stop(Socket.Ref);

        ExpectTerminated(Connection);
    }
}

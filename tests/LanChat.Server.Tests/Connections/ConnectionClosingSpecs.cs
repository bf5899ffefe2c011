using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Connections;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionClosingSpecs : ConnectionSpec
{
    /// <summary>Closes the room; the goodbye is written and not acknowledged yet.</summary>
    private void CloseRoom()
    {
        Reply(new RoomProtocol.Disconnected(Refusal.Closing));
        Assert.Contains(Refusal.Closing.Text, ExpectWrite(written: false));
        Room.ExpectMsg<RoomProtocol.Leave>();
    }

    [Fact]
    public void Later_messages_of_the_room_are_not_written()
    {
        EnterInLineMode();
        CloseRoom();

        Publish("too late");
        Reply(RoomProtocol.Left.Instance);
        Reply(new RoomProtocol.Disconnected(Refusal.Closing));
        Reply(new ConnectionProtocol.Disconnect(Refusal.Closing));
        Acknowledge();

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Fact]
    public void A_late_entrance_is_not_shown()
    {
        Connect();
        Receive("Ann\n");
        ExpectJoin();
        Reply(new ConnectionProtocol.Disconnect(Refusal.Closing));
        ExpectWrite(written: false);
        ExpectReading();

        AcceptJoin("Ann");
        Room.ExpectMsg<RoomProtocol.Leave>();
        Acknowledge();

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Fact]
    public void Later_timeouts_are_ignored()
    {
        Connect("limits.greeting=1s", "limits.farewell=10s");
        Reply(new ConnectionProtocol.Disconnect(Refusal.Closing));
        ExpectWrite();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();

        Advance(1_000);

        ExpectSilence();
    }

    [Fact]
    public void A_client_disconnected_before_the_reply_to_its_message_is_still_read()
    {
        EnterInLineMode();
        Receive("hello\n");
        Room.ExpectMsg<ClientMessage.Say>();

        Reply(new ConnectionProtocol.Disconnect(Refusal.Closing));

        ExpectWrite(written: false);
        ExpectReading();
    }

    [Fact]
    public void The_connection_ends_when_the_socket_actor_dies()
    {
        EnterInLineMode();
        CloseRoom();

        Sys.Stop(Socket.Ref);

        ExpectTerminated(Connection);
    }
}

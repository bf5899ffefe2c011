using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

/// <summary>What the client does while it is being disconnected.</summary>
public sealed class ConnectionFarewellSpecs : ConnectionSpec
{
    /// <summary>Closes the room; the goodbye is written and not acknowledged yet.</summary>
    private void CloseRoom()
    {
        Reply(new RoomProtocol.Disconnected(Refusal.Closing));
        Assert.Contains(Refusal.Closing.Text, ExpectWrite(written: false));
        Room.ExpectMsg<RoomProtocol.Leave>();
    }

    [Fact]
    public void A_client_that_does_not_read_the_reason_in_time_is_aborted()
    {
        EnterInLineMode("limits.farewell=3s");
        CloseRoom();
        Settle(Connection);

        Advance(2_999);
        ExpectSilence();
        Advance(1);

        Socket.ExpectMsg<Tcp.Abort>();
    }

    [Fact]
    public void A_client_that_reads_the_reason_but_does_not_close_is_aborted()
    {
        EnterInLineMode("limits.farewell=3s");
        CloseRoom();
        Acknowledge();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();

        Advance(3_000);

        Socket.ExpectMsg<Tcp.Abort>();
        Socket.Send(Connection, Tcp.Aborted.Instance);
        ExpectTerminated(Connection);
    }

    [Fact]
    public void Input_after_the_disconnect_is_read_and_dropped()
    {
        EnterInLineMode();
        CloseRoom();

        for (var i = 0; i < 10; i++)
        {
            Receive("let me stay\n");
            ExpectReading();
        }

        ExpectSilence();
    }

    [Fact]
    public void A_client_that_keeps_sending_is_aborted()
    {
        EnterInLineMode();
        CloseRoom();
        var read = new byte[8192];

        for (var i = 0; i < 128; i++)
        {
            Receive(read);
            ExpectReading();
        }

        Receive(read);
        Socket.ExpectMsg<Tcp.Abort>();
    }

    [Fact]
    public void The_end_of_the_clients_side_changes_nothing()
    {
        EnterInLineMode();
        CloseRoom();

        Socket.Send(Connection, Tcp.PeerClosed.Instance);
        ExpectSilence();
        Acknowledge();

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        Socket.Send(Connection, Tcp.ConfirmedClosed.Instance);
        ExpectTerminated(Connection);
    }
}

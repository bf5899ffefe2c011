using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

/// <summary>What the client does while it is being closed.</summary>
public sealed class ConnectionFarewellSpecs : ConnectionSpec
{
    /// <summary>The room has closed; the goodbye is not read yet.</summary>
    private void Dismiss()
    {
        Answer(new RoomProtocol.Disconnected(Refusal.Closing));
        Assert.Contains(Refusal.Closing.Text, ExpectWrite(written: false));
        Room.ExpectMsg<RoomProtocol.Leave>();
    }

    [Fact]
    public void Who_does_not_read_the_reason_in_time_is_cut_off()
    {
        EnterInLineMode("limits.farewell=3s");
        Dismiss();
        Settle(Connection);

        Advance(2_999);
        ExpectSilence();
        Advance(1);

        Socket.ExpectMsg<Tcp.Abort>();
    }

    [Fact]
    public void Who_has_read_it_but_does_not_close_is_cut_off_too()
    {
        EnterInLineMode("limits.farewell=3s");
        Dismiss();
        Acknowledge();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();

        Advance(3_000);

        Socket.ExpectMsg<Tcp.Abort>();
        Socket.Send(Connection, Tcp.Aborted.Instance);
        ExpectTerminated(Connection);
    }

    [Fact]
    public void What_they_still_send_is_read_and_dropped()
    {
        EnterInLineMode();
        Dismiss();

        for (var i = 0; i < 10; i++)
        {
            Receive("let me stay\n");
            ExpectReading();
        }

        ExpectSilence();
    }

    [Fact]
    public void Who_sends_without_end_is_cut_off()
    {
        EnterInLineMode();
        Dismiss();
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
    public void The_end_of_their_side_changes_nothing()
    {
        EnterInLineMode();
        Dismiss();

        Socket.Send(Connection, Tcp.PeerClosed.Instance);
        ExpectSilence();
        Acknowledge();

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        Socket.Send(Connection, Tcp.ConfirmedClosed.Instance);
        ExpectTerminated(Connection);
    }
}

using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Connections;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionClosingSpecs : ConnectionSpec
{
    /// <summary>The room has closed; the goodbye is not read yet.</summary>
    private void Dismiss()
    {
        Answer(new RoomProtocol.Disconnected(Refusal.Closing));
        Assert.Contains(Refusal.Closing.Text, ExpectWrite(written: false));
        Room.ExpectMsg<RoomProtocol.Leave>();
    }

    [Fact]
    public void Nothing_that_the_room_still_says_is_written()
    {
        EnterInLineMode();
        Dismiss();

        Say("too late");
        Answer(RoomProtocol.Left.Instance);
        Answer(new RoomProtocol.Disconnected(Refusal.Closing));
        Answer(new ConnectionProtocol.Disconnect(Refusal.Closing));
        Acknowledge();

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Fact]
    public void An_entrance_that_comes_too_late_is_not_shown()
    {
        Connect();
        Receive("Ann\n");
        ExpectJoin();
        Answer(new ConnectionProtocol.Disconnect(Refusal.Closing));
        ExpectWrite(written: false);
        ExpectReading();

        Admit("Ann");
        Room.ExpectMsg<RoomProtocol.Leave>();
        Acknowledge();

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Fact]
    public void No_time_that_runs_out_meanwhile_says_anything()
    {
        Connect("limits.greeting=1s", "limits.farewell=10s");
        Answer(new ConnectionProtocol.Disconnect(Refusal.Closing));
        ExpectWrite();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();

        Advance(1_000);

        ExpectSilence();
    }

    [Fact]
    public void Who_is_dismissed_while_their_words_are_under_way_is_still_read()
    {
        EnterInLineMode();
        Receive("hello\n");
        Room.ExpectMsg<ClientMessage.Say>();

        Answer(new ConnectionProtocol.Disconnect(Refusal.Closing));

        ExpectWrite(written: false);
        ExpectReading();
    }

    [Fact]
    public void The_death_of_the_socket_s_actor_ends_it()
    {
        EnterInLineMode();
        Dismiss();

        Sys.Stop(Socket.Ref);

        ExpectTerminated(Connection);
    }
}

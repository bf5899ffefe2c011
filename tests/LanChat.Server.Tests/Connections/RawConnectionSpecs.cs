using Akka.IO;
using LanChat.Protocol;

namespace LanChat.Server.Tests.Connections;

public sealed class RawConnectionSpecs : ConnectionSpec
{
    private void AdvanceSettled(int milliseconds)
    {
        Settle(Connection);
        Advance(milliseconds);
    }

    [Fact]
    public void Every_frame_of_the_entrance_is_its_own_write()
    {
        Connect("raw.spacing=50ms");
        Receive("Ann");
        ExpectReading();
        AdvanceSettled(200);
        AcceptJoin("Ann");

        Assert.Equal("""{"code":4,"msg":"群公告","data":"the notice"}""", ExpectWrite());
        AdvanceSettled(49);
        ExpectSilence(Socket, Connection);
        Advance(1);

        Assert.Equal("""{"code":2,"msg":"客户端列表","data":[]}""", ExpectWrite());
    }

    [Fact]
    public void Every_frame_of_a_batch_is_its_own_write()
    {
        EnterInRawMode();

        Publish("one", "two", "three");

        foreach (var text in new[] { "one", "two", "three" })
        {
            Assert.Contains($"\"message\":\"{text}\"", ExpectWrite());
            ExpectSilence();
            Advance(30);
        }

        ExpectSilence();
    }

    [Fact]
    public void Batches_within_the_spacing_are_delayed()
    {
        EnterInRawMode();
        Publish("one");
        ExpectWrite();
        Publish("two");
        Publish("three");

        ExpectSilence();
        Advance(30);
        Assert.Contains("\"two\"", ExpectWrite());
        ExpectSilence();
        Advance(30);
        Assert.Contains("\"three\"", ExpectWrite());
    }

    [Fact]
    public void The_spacing_starts_when_the_frame_is_written()
    {
        EnterInRawMode();
        Publish("one", "two");
        ExpectWrite(written: false);
        AdvanceSettled(1000);
        ExpectSilence();

        Acknowledge();
        AdvanceSettled(29);
        ExpectSilence();
        Advance(1);

        Assert.Contains("\"two\"", ExpectWrite());
    }

    [Fact]
    public void After_the_spacing_the_next_frame_is_written_at_once()
    {
        EnterInRawMode();
        Publish("one");
        ExpectWrite();
        AdvanceSettled(30);

        Publish("two");

        Assert.Contains("\"two\"", ExpectWrite());
    }

    [Fact]
    public void The_last_frame_before_the_disconnect_is_spaced_too()
    {
        EnterInRawMode();
        Publish("one");
        ExpectWrite();
        Reply(new Server.Rooms.RoomProtocol.Disconnected(Refusal.Closing));
        ExpectSilence(Socket, Connection);

        Advance(30);
        Assert.Contains(Refusal.Closing.Text, ExpectWrite());
        ExpectSilence(Socket, Connection);
        Advance(30);

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
    }
}

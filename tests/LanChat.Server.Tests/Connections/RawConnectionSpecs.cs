using Akka.IO;
using LanChat.Protocol;

namespace LanChat.Server.Tests.Connections;

public sealed class RawConnectionSpecs : ConnectionSpec
{
    private void Pass(int milliseconds)
    {
        Settle(Connection);
        Advance(milliseconds);
    }

    [Fact]
    public void Every_frame_of_the_entrance_is_a_write_of_its_own()
    {
        Connect("raw.spacing=50ms");
        Receive("Ann");
        ExpectReading();
        Pass(200);
        Admit("Ann");

        Assert.Equal("""{"code":4,"msg":"群公告","data":"the notice"}""", ExpectWrite());
        Pass(49);
        ExpectSilence(Socket, Connection);
        Advance(1);

        Assert.Equal("""{"code":2,"msg":"客户端列表","data":[]}""", ExpectWrite());
    }

    [Fact]
    public void A_turn_of_several_frames_is_as_many_writes()
    {
        EnterInRawMode();

        Say("one", "two", "three");

        foreach (var text in new[] { "one", "two", "three" })
        {
            Assert.Contains($"\"message\":\"{text}\"", ExpectWrite());
            ExpectSilence();
            Advance(30);
        }

        ExpectSilence();
    }

    [Fact]
    public void Turns_that_come_within_the_spacing_wait_for_it()
    {
        EnterInRawMode();
        Say("one");
        ExpectWrite();
        Say("two");
        Say("three");

        ExpectSilence();
        Advance(30);
        Assert.Contains("\"two\"", ExpectWrite());
        ExpectSilence();
        Advance(30);
        Assert.Contains("\"three\"", ExpectWrite());
    }

    [Fact]
    public void The_spacing_begins_when_the_frame_is_written()
    {
        EnterInRawMode();
        Say("one", "two");
        ExpectWrite(written: false);
        Pass(1000);
        ExpectSilence();

        Acknowledge();
        Pass(29);
        ExpectSilence();
        Advance(1);

        Assert.Contains("\"two\"", ExpectWrite());
    }

    [Fact]
    public void After_the_spacing_the_next_frame_goes_at_once()
    {
        EnterInRawMode();
        Say("one");
        ExpectWrite();
        Pass(30);

        Say("two");

        Assert.Contains("\"two\"", ExpectWrite());
    }

    [Fact]
    public void The_last_frame_is_seen_apart_too_before_the_end()
    {
        EnterInRawMode();
        Say("one");
        ExpectWrite();
        Answer(new Server.Rooms.RoomProtocol.Disconnected(Refusal.Closing));
        ExpectSilence(Socket, Connection);

        Advance(30);
        Assert.Contains(Refusal.Closing.Text, ExpectWrite());
        ExpectSilence(Socket, Connection);
        Advance(30);

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
    }
}

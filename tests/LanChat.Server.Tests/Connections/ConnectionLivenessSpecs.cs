using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionLivenessSpecs : ConnectionSpec
{
    private void AdvanceSettled(int seconds)
    {
        Settle(Connection);
        Advance(TimeSpan.FromSeconds(seconds));
    }

    private void ExpectPing(int number) =>
        Assert.Equal($$"""{"code":8,"msg":"ping","data":{{number}}}{{'\n'}}""", ExpectWrite());

    [Fact]
    public void A_silent_rich_client_is_pinged_and_then_disconnected()
    {
        EnterInRichMode("liveness.ping=30s", "liveness.idle=90s");

        AdvanceSettled(29);
        ExpectSilence();
        Advance(1000);
        ExpectPing(1);
        AdvanceSettled(30);
        ExpectPing(2);
        AdvanceSettled(29);
        ExpectSilence();
        Advance(1000);

        Assert.Contains("\"error\":\"silent\"", ExpectWrite());
        Room.ExpectMsg<RoomProtocol.Leave>();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        AdvanceSettled(300);
        ExpectSilence(Room, Connection);
    }

    [Theory]
    [InlineData("{\"pong\":1}\n")]
    [InlineData("{\"s")]
    [InlineData("\n")]
    public void Any_input_keeps_a_rich_client_alive(string sign)
    {
        EnterInRichMode("liveness.ping=30s", "liveness.idle=60s");
        for (var i = 0; i < 10; i++)
        {
            AdvanceSettled(29);
            Receive(sign);
            ExpectReading();
        }

        ExpectSilence();
    }

    [Fact]
    public void A_ping_is_answered_at_once_without_the_room()
    {
        EnterInRichMode();

        Receive("{\"say\":\"hello\"}\n{\"ping\":7}\n");

        Assert.Equal("""{"code":11,"msg":"pong","data":7}""" + "\n", ExpectWrite());
        Room.ExpectMsg<ClientMessage.Say>();
    }

    [Fact]
    public void A_client_that_sends_is_not_pinged()
    {
        EnterInRichMode("liveness.ping=30s", "liveness.idle=60s");
        for (var i = 0; i < 10; i++)
        {
            AdvanceSettled(25);
            Receive("{\"say\":\"hello\"}\n");
            Room.ExpectMsg<ClientMessage.Say>();
            Publish("hello");
            Assert.Contains("hello", ExpectWrite());
            ExpectReading();
        }

        ExpectSilence();
    }

    [Fact]
    public void Messages_from_the_room_do_not_count_as_input()
    {
        EnterInRichMode("liveness.ping=30s", "liveness.idle=60s");
        AdvanceSettled(25);
        Publish("hello");
        Assert.Contains("hello", ExpectWrite());

        AdvanceSettled(5);

        ExpectPing(1);
    }

    [Fact]
    public void A_client_is_disconnected_only_after_the_full_idle_time()
    {
        EnterInRichMode("liveness.ping=30s", "liveness.idle=90s");
        AdvanceSettled(29);
        Receive("{\"pong\":1}\n");
        ExpectReading();

        AdvanceSettled(1);
        ExpectSilence();
        AdvanceSettled(30);
        ExpectPing(1);
        AdvanceSettled(30);
        ExpectPing(2);
        AdvanceSettled(29);
        ExpectSilence();
        AdvanceSettled(1);

        Assert.Contains("\"error\":\"silent\"", ExpectWrite());
    }

    [Fact]
    public void A_line_client_is_never_pinged()
    {
        EnterInLineMode();

        Advance(TimeSpan.FromDays(1));

        ExpectSilence();
    }

    [Fact]
    public void A_raw_client_is_never_pinged()
    {
        EnterInRawMode();

        Advance(TimeSpan.FromDays(1));

        ExpectSilence();
    }
}

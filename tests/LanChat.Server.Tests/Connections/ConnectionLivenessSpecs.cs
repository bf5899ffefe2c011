using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionLivenessSpecs : ConnectionSpec
{
    private void Pass(int seconds)
    {
        Settle(Connection);
        Advance(TimeSpan.FromSeconds(seconds));
    }

    private void ExpectPing(int number) =>
        Assert.Equal($$"""{"code":8,"msg":"ping","data":{{number}}}{{'\n'}}""", ExpectWrite());

    [Fact]
    public void A_rich_client_from_which_nothing_comes_is_pinged_and_then_closed()
    {
        EnterInRichMode("liveness.ping=30s", "liveness.idle=90s");

        Pass(29);
        ExpectSilence();
        Advance(1000);
        ExpectPing(1);
        Pass(30);
        ExpectPing(2);
        Pass(29);
        ExpectSilence();
        Advance(1000);

        Assert.Contains("\"error\":\"silent\"", ExpectWrite());
        Room.ExpectMsg<RoomProtocol.Leave>();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        Pass(300);
        ExpectSilence(Room, Connection);
    }

    [Theory]
    [InlineData("{\"pong\":1}\n")]
    [InlineData("{\"s")]
    [InlineData("\n")]
    public void Whatever_comes_in_keeps_a_rich_client_alive(string sign)
    {
        EnterInRichMode("liveness.ping=30s", "liveness.idle=60s");
        for (var i = 0; i < 10; i++)
        {
            Pass(29);
            Receive(sign);
            ExpectReading();
        }

        ExpectSilence();
    }

    [Fact]
    public void Who_pings_is_answered_at_once_without_the_room()
    {
        EnterInRichMode();

        Receive("{\"say\":\"hello\"}\n{\"ping\":7}\n");

        Assert.Equal("""{"code":11,"msg":"pong","data":7}""" + "\n", ExpectWrite());
        Room.ExpectMsg<ClientMessage.Say>();
    }

    [Fact]
    public void Who_talks_is_not_pinged()
    {
        EnterInRichMode("liveness.ping=30s", "liveness.idle=60s");
        for (var i = 0; i < 10; i++)
        {
            Pass(25);
            Receive("{\"say\":\"hello\"}\n");
            Room.ExpectMsg<ClientMessage.Say>();
            Say("hello");
            Assert.Contains("hello", ExpectWrite());
            ExpectReading();
        }

        ExpectSilence();
    }

    [Fact]
    public void What_the_room_says_is_no_sign_of_the_client_s_life()
    {
        EnterInRichMode("liveness.ping=30s", "liveness.idle=60s");
        Pass(25);
        Say("hello");
        Assert.Contains("hello", ExpectWrite());

        Pass(5);

        ExpectPing(1);
    }

    [Fact]
    public void Nobody_is_closed_before_they_were_silent_for_as_long_as_they_may_be()
    {
        EnterInRichMode("liveness.ping=30s", "liveness.idle=90s");
        Pass(29);
        Receive("{\"pong\":1}\n");
        ExpectReading();

        Pass(1);
        ExpectSilence();
        Pass(30);
        ExpectPing(1);
        Pass(30);
        ExpectPing(2);
        Pass(29);
        ExpectSilence();
        Pass(1);

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

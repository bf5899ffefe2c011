using System.Net;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Connections;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionReadingSpecs : ConnectionSpec
{
    [Fact]
    public void A_connection_registers_as_one_that_outlives_the_client_s_half_and_then_reads()
    {
        Open(
            new ConnectionProtocol.Accepted(
                Socket.Ref, new(IPAddress.Loopback, 1), new(IPAddress.Loopback, 2), new JsonDialect()),
            TestSettings.With());

        var register = Socket.ExpectMsg<Tcp.Register>();
        Assert.Equal(Connection, register.Handler);
        Assert.True(register.KeepOpenOnPeerClosed);
        ExpectReading();
        ExpectSilence(Socket, Connection);
    }

    [Fact]
    public void Every_read_leads_to_one_more()
    {
        EnterInLineMode();

        for (var i = 0; i < 5; i++)
        {
            Receive("no end");
            ExpectReading();
            ExpectSilence();
        }
    }

    [Fact]
    public void After_something_was_said_reading_waits_for_the_room()
    {
        EnterInLineMode();

        Receive("hello\n");

        Assert.Equal("hello", Room.ExpectMsg<ClientMessage.Say>().Text);
        ExpectSilence();
        Say("hello");
        ExpectWrite();
        ExpectReading();
        ExpectSilence();
    }

    [Fact]
    public void Reading_waits_for_the_room_and_not_for_the_client_s_own_reading()
    {
        EnterInLineMode();
        Say("under way");
        ExpectWrite(written: false);
        Receive("hello\n");
        Room.ExpectMsg<ClientMessage.Say>();

        Say("hello");

        ExpectReading();
        ExpectSilence();
    }

    [Fact]
    public void Who_reads_less_than_they_say_is_not_read_before_they_have_caught_up()
    {
        EnterInLineMode("limits.waiting=2KiB");
        Say("under way");
        ExpectWrite(written: false);
        Say(new string('x', 1000));
        Receive("hello\n");
        Room.ExpectMsg<ClientMessage.Say>();
        Say("hello");
        ExpectSilence();

        Acknowledge();

        ExpectWrite(written: false);
        ExpectReading();
        ExpectSilence();
    }

    [Fact]
    public void Several_lines_of_one_read_are_said_in_order_and_lead_to_one_read()
    {
        EnterInLineMode();

        Receive("one\n\r\ntwo\nthree\nfo");

        foreach (var text in new[] { "one", "two", "three" })
            Assert.Equal(text, Room.ExpectMsg<ClientMessage.Say>().Text);
        Say("one", "two");
        ExpectWrite();
        ExpectReading();
        Say("three");
        ExpectWrite();
        ExpectSilence();
        Receive("ur\n");
        Assert.Equal("four", Room.ExpectMsg<ClientMessage.Say>().Text);
    }

    [Fact]
    public void A_line_in_pieces_is_said_when_it_ends()
    {
        EnterInLineMode();

        foreach (var piece in new[] { "hel", "lo", " there" })
        {
            Receive(piece);
            ExpectReading();
        }

        ExpectSilence();
        Receive("\n");
        Assert.Equal("hello there", Room.ExpectMsg<ClientMessage.Say>().Text);
    }
}

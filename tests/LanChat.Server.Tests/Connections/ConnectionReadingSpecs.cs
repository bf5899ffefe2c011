using System.Net;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Connections;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionReadingSpecs : ConnectionSpec
{
    [Fact]
    public void A_connection_registers_with_keepOpenOnPeerClosed_and_then_reads()
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
    public void Every_read_is_followed_by_another()
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
    public void After_a_message_reading_waits_for_the_room()
    {
        EnterInLineMode();

        Receive("hello\n");

        Assert.Equal("hello", Room.ExpectMsg<ClientMessage.Say>().Text);
        ExpectSilence();
        Publish("hello");
        ExpectWrite();
        ExpectReading();
        ExpectSilence();
    }

    [Fact]
    public void Reading_waits_for_the_room_and_not_for_the_clients_own_writes()
    {
        EnterInLineMode();
        Publish("under way");
        ExpectWrite(written: false);
        Receive("hello\n");
        Room.ExpectMsg<ClientMessage.Say>();

        Publish("hello");

        ExpectReading();
        ExpectSilence();
    }

    [Fact]
    public void A_client_with_a_crowded_queue_is_not_read()
    {
        EnterInLineMode("limits.waiting=2KiB");
        Publish("under way");
        ExpectWrite(written: false);
        Publish(new string('x', 1000));
        Receive("hello\n");
        Room.ExpectMsg<ClientMessage.Say>();
        Publish("hello");
        ExpectSilence();

        Acknowledge();

        ExpectWrite(written: false);
        ExpectReading();
        ExpectSilence();
    }

    [Fact]
    public void Lines_of_one_read_are_handled_in_order_before_the_next_read()
    {
        EnterInLineMode();

        Receive("one\n\r\ntwo\nthree\nfo");

        foreach (var text in new[] { "one", "two", "three" })
            Assert.Equal(text, Room.ExpectMsg<ClientMessage.Say>().Text);
        Publish("one", "two");
        ExpectWrite();
        ExpectReading();
        Publish("three");
        ExpectWrite();
        ExpectSilence();
        Receive("ur\n");
        Assert.Equal("four", Room.ExpectMsg<ClientMessage.Say>().Text);
    }

    [Fact]
    public void A_line_in_parts_is_handled_at_its_end()
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

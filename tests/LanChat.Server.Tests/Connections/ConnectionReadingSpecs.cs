using Akka.IO;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionReadingSpecs : ConnectionSpec
{
    [Fact]
    public void A_connection_registers_as_one_that_outlives_the_client_s_half_and_then_reads()
    {
        var accepted = new Server.Connections.ConnectionProtocol.Accepted(
            Socket.Ref, new(System.Net.IPAddress.Loopback, 1), new(System.Net.IPAddress.Loopback, 2));
        var connection = Sys.ActorOf(Server.Connections.ConnectionActor.Props(
            accepted, Room.Ref, new Protocol.Dialects.Native.JsonDialect(), TestSettings.With(), new TestClock()));

        var register = Socket.ExpectMsg<Tcp.Register>();
        Assert.Equal(connection, register.Handler);
        Assert.True(register.KeepOpenOnPeerClosed);
        ExpectReading();
        ExpectSilence(Socket, connection);
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

        Assert.Equal("hello", Room.ExpectMsg<RoomProtocol.Say>().Text);
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
        Room.ExpectMsg<RoomProtocol.Say>();

        Say("hello");

        ExpectReading();
        ExpectSilence();
    }

    [Fact]
    public void Several_lines_of_one_read_are_said_in_order_and_lead_to_one_read()
    {
        EnterInLineMode();

        Receive("one\n\r\ntwo\nthree\nfo");

        foreach (var text in new[] { "one", "two", "three" }) Assert.Equal(text, Room.ExpectMsg<RoomProtocol.Say>().Text);
        Say("one", "two");
        ExpectWrite();
        ExpectReading();
        Say("three");
        ExpectWrite();
        ExpectSilence();
        Receive("ur\n");
        Assert.Equal("four", Room.ExpectMsg<RoomProtocol.Say>().Text);
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
        Assert.Equal("hello there", Room.ExpectMsg<RoomProtocol.Say>().Text);
    }

    [Fact]
    public void A_read_of_a_raw_client_is_one_message_with_its_line_ends()
    {
        EnterInRawMode();

        Receive("one\ntwo\n");

        Assert.Equal("one\ntwo\n", Room.ExpectMsg<RoomProtocol.Say>().Text);
        ExpectSilence();
    }

    [Fact]
    public void A_character_cut_in_two_by_a_read_is_said_whole()
    {
        EnterInRawMode();
        var bytes = System.Text.Encoding.UTF8.GetBytes("小");

        Receive(bytes[..2]);
        ExpectReading();
        ExpectSilence();
        Receive(bytes[2..]);

        Assert.Equal("小", Room.ExpectMsg<RoomProtocol.Say>().Text);
    }

    [Fact]
    public void Half_a_character_that_nothing_follows_is_no_text()
    {
        EnterInRawMode();
        Receive([0xE5]);
        ExpectReading();
        Settle(Connection);

        Advance(200);

        Assert.Contains(Protocol.Refusal.NotText.Text, ExpectWrite());
    }
}

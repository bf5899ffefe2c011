using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Connections;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionRefusalSpecs : ConnectionSpec
{
    private void ExpectClosedAfter(string expected)
    {
        var sent = ExpectWrite(written: false);
        Assert.Contains(expected, sent);
        ExpectReading();
        ExpectSilence();
        Acknowledge();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Theory]
    [InlineData("\n", "A nickname has at least one character.")]
    [InlineData("系统消息\n", "The room itself speaks by that name.")]
    [InlineData("tab\tin it\n", "A nickname holds no control characters")]
    [InlineData("系统消息\nand I have something to say\n", "The room itself speaks by that name.")]
    [InlineData("eleven char\n", "That nickname is too long.")]
    [InlineData("twenty one characters\n", "That nickname is too long.")]
    [InlineData("a\0b\n", "That is not text in UTF-8 or GBK.")]
    [InlineData("{\"hello\":1}\n", "\"error\":\"malformed\"")]
    [InlineData("{\"hello\":1,\"nick\":\"系统消息\"}\n", "\"error\":\"nickname-reserved\"")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n")]
    public void An_invalid_greeting_is_answered_with_the_reason_and_the_client_disconnected(
        string greeting, string expected)
    {
        Connect("limits.nickname=10");

        Receive(greeting);

        ExpectClosedAfter(expected);
    }

    [Fact]
    public void A_greeting_that_is_not_text_is_answered_and_the_client_disconnected()
    {
        Connect();

        Receive([0x81, 0x20, (byte)'\n']);

        ExpectClosedAfter(Refusal.NotText.Text);
    }

    [Fact]
    public void A_TLS_hello_is_answered_in_TLS()
    {
        Connect();

        Receive([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]);

        Assert.Equal([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28], Socket.ExpectMsg<Tcp.Write>().Data.ToArray());
        Acknowledge();
        ExpectReading();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
    }

    [Fact]
    public void A_first_line_without_an_end_is_refused_at_the_limit()
    {
        Connect("limits.line=1KiB");

        Receive(new string('x', 1024));
        ExpectReading();
        Receive("xx");

        ExpectClosedAfter(Refusal.LineTooLong.Text);
    }

    [Fact]
    public void A_line_that_is_too_long_disconnects_and_leaves_the_room()
    {
        EnterInLineMode("limits.line=1KiB");

        Receive(new string('x', 1025) + "\n");

        Assert.Contains(Refusal.LineTooLong.Text, ExpectWrite(written: false));
        Room.ExpectMsg<RoomProtocol.Leave>();
    }

    [Fact]
    public void Input_after_a_violation_is_ignored()
    {
        EnterInLineMode("limits.line=1KiB");

        Receive($"one\n{new string('x', 1025)}\ntwo\n");

        Assert.Equal("one", Room.ExpectMsg<ClientMessage.Say>().Text);
        Room.ExpectMsg<RoomProtocol.Leave>();
        ExpectSilence(Room, Connection);
    }

    [Fact]
    public void An_unknown_request_is_answered_and_the_connection_goes_on()
    {
        EnterInRichMode();

        Receive("{\"dance\":1}\n{\"say\":\"hello\"}\n");

        Assert.Contains("\"error\":\"unknown-request\"", ExpectWrite());
        Assert.Equal("hello", Room.ExpectMsg<ClientMessage.Say>().Text);
        ExpectSilence();
    }

    [Fact]
    public void A_rejected_join_is_answered_with_the_reason_and_the_client_disconnected()
    {
        Connect();
        Receive("Ann\nhello\n");
        ExpectJoin();

        Reply(new RoomProtocol.JoinRejected(Refusal.RoomFull));

        Assert.Contains(Refusal.RoomFull.Text, ExpectWrite());
        ExpectReading();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
    }

    [Fact]
    public void A_connection_refused_when_accepted_gets_the_reason_and_is_not_read()
    {
        Connect(Refusal.TooManyConnections);

        Receive("Ann\nhello\n");

        Assert.Contains(Refusal.TooManyConnections.Text, ExpectWrite());
        ExpectReading();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Fact]
    public void A_client_without_error_frames_gets_the_reason_as_a_message_of_the_room()
    {
        Connect();

        Socket.Send(Connection, new ConnectionProtocol.Disconnect(Refusal.Closing));

        var sent = ExpectWrite();
        Assert.StartsWith("""{"code":1,"msg":"msg","data":[{"nickname":"系统消息","from":["192.168.38.149",8001],""", sent);
        Assert.EndsWith(""","message":"The room closes. Goodbye!","time":"2023-08-10 16:02:43"}]}""" + "\n", sent);
    }
}

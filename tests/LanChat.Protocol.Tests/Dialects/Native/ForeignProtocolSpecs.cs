using System.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class ForeignProtocolSpecs
{
    private static readonly byte[] ClientHello = [0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x0A, 0x0A];

    private static byte[] AnswerTo(ConversationDriver driver) =>
        Assert.Single(driver.Conversation.Encoder.Encode(
            [new RoomEvent.Refused(
                ((ClientMessage.Invalid)driver.Messages[0]).Reason, new PeerAddress("127.0.0.1", 8001), default)]));

    [Fact]
    public void A_tls_hello_is_answered_with_an_alert_at_every_split()
    {
        for (var cut = 0; cut <= ClientHello.Length; cut++)
        {
            var driver =
                new ConversationDriver().Receive(ClientHello.AsSpan()[..cut])
                    .Receive(ClientHello.AsSpan()[cut..]).End();

            Assert.Equal([Invalid(Refusal.SpeaksTls)], driver.Messages);
            Assert.Equal([0x15, 3, 3, 0, 2, 2, 40], AnswerTo(driver));
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: room\r\n\r\n")]
    [InlineData("POST /a?b=c HTTP/1.0\r\n\r\nbody")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    [InlineData("OPTIONS * HTTP/2\n\n")]
    public void An_http_request_is_answered_in_http_at_every_split(string request)
    {
        for (var cut = 0; cut <= request.Length; cut++)
        {
            var driver = new ConversationDriver().Receive(request[..cut]).Receive(request[cut..]).End();

            Assert.Equal([Invalid(Refusal.SpeaksHttp)], driver.Messages);
            var answer = Encoding.ASCII.GetString(AnswerTo(driver)).Split("\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", answer[0]);
            Assert.Contains($"\r\nContent-Length: {answer[1].Length}\r\n", answer[0]);
            Assert.EndsWith("\r\nConnection: close", answer[0]);
            Assert.Equal(Refusal.SpeaksHttp.Text + "\n", answer[1]);
        }
    }

    [Theory]
    [InlineData("GET me a beer")]
    [InlineData("GET / HTTP/1.1 please")]
    [InlineData("get / HTTP/1.1")]
    [InlineData("a\u0016")]
    public void A_name_that_resembles_a_request_is_accepted(string name) =>
        Assert.Equal([Enter(name)], new ConversationDriver().Receive(name + "\n").Messages);

    [Fact]
    public void Other_invalid_input_is_refused_with_a_frame_of_the_old_system()
    {
        var driver = new ConversationDriver().Receive("a\0\n");

        Assert.StartsWith(
            """{"code":1,"msg":"msg","data":[{"nickname":"系统消息",""", Encoding.UTF8.GetString(AnswerTo(driver)));
    }
}

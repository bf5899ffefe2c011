using System.Text;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class ForeignProtocolSpecs
{
    private static readonly byte[] ClientHello = [0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x0A, 0x0A];

    private static byte[] AnswerTo(Listener listener) =>
        Assert.Single(listener.Conversation.Encoder.Encode(
            [new RoomEvent.Refused(
                ((ClientMessage.Invalid)listener.Heard[0]).Reason, new PeerAddress("127.0.0.1", 8001), default)]));

    [Fact]
    public void A_tls_hello_is_answered_with_an_alert_at_every_split()
    {
        for (var cut = 0; cut <= ClientHello.Length; cut++)
        {
            var listener = new Listener().Reads(ClientHello.AsSpan()[..cut]).Reads(ClientHello.AsSpan()[cut..]).Ends();

            Assert.Equal([Invalid(Refusal.SpeaksTls)], listener.Heard);
            Assert.Equal([0x15, 3, 3, 0, 2, 2, 40], AnswerTo(listener));
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
            var listener = new Listener().Reads(request[..cut]).Reads(request[cut..]).Ends();

            Assert.Equal([Invalid(Refusal.SpeaksHttp)], listener.Heard);
            var answer = Encoding.ASCII.GetString(AnswerTo(listener)).Split("\r\n\r\n");
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
    public void Somebody_may_be_called_almost_like_a_request(string name) =>
        Assert.Equal([Enter(name)], new Listener().Reads(name + "\n").Heard);

    [Fact]
    public void Others_are_refused_in_the_older_system_s_words_until_they_have_shown_what_they_speak()
    {
        var listener = new Listener().Reads("a\0\n");

        Assert.StartsWith(
            """{"code":1,"msg":"msg","data":[{"nickname":"系统消息",""", Encoding.UTF8.GetString(AnswerTo(listener)));
    }
}

using System.Text;
using LanChat.Protocol;
using LanChat.Server.History;
using LanChat.Server.Storage;

namespace LanChat.Server.Tests.History;

public sealed class ImportSpecs
{
    private const string Good =
        """{"time":"2026-01-02T03:04:05.678+00:00","id":7,"kind":"said","nick":"Ann","from":"[fe80::1]:50001","text":"hello"}""";

    private static List<ChatMessage> Read(string text) =>
        Import.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "FILE");

    [Fact]
    public void An_export_is_read_unchanged()
    {
        ChatMessage[] messages =
        [
            .. Enum.GetValues<MessageKind>().Where(kind => kind != MessageKind.Private).Select(
                (kind, index) => TestMessages.Message(index + 1, $"{kind}", kind)),
            TestMessages.Message(100, "我家在上海东边 😀 \n\t\0\u001b\"\\\u2028"),
            TestMessages.Message(101, new string('x', 200_000)) with { From = new PeerAddress("0.0.0.0", 0) },
            File(102, new ChatFile(7, "a b.txt", 1L << 40, null)),
            File(
                103,
                new ChatFile(8, "a.png", 12, null)
                {
                    Type = "image/png",
                    Link = "/files/x",
                    Site = "http://10.0.0.1:8080",
                }),
            TestMessages.OfRoom(104, new SystemMessage.Joined(new Member("老王", new PeerAddress("fe80::1", 65_535)))),
            TestMessages.OfRoom(105, new SystemMessage.Left(new Member("】下线了", TestMessages.Home))),
            TestMessages.OfRoom(106, new SystemMessage.Renamed(new Member("b】改名为【c", TestMessages.Home), "a】改名为【b")),
            TestMessages.OfRoom(107, new SystemMessage.StoreUnavailable()),
            TestMessages.OfRoom(108, new SystemMessage.StoreRecovered(0)),
            TestMessages.OfRoom(109, new SystemMessage.StoreRecovered(12)),
        ];

        Assert.Equal(messages, Read(string.Join('\n', messages.Select(MessageLines.Json))));
        Assert.Equal(messages, Read(string.Concat(messages.Select(message => MessageLines.Json(message) + "\r\n\n"))));
    }

    private static ChatMessage File(long id, ChatFile file) =>
        TestMessages.Message(id, file.Name, MessageKind.File) with { File = file };

    [Theory]
    [InlineData("joined", "欢迎来自 ('10.0.0.1', 7) 的【老王】加入聊天室!")]
    [InlineData("left", "来自 ('10.0.0.1', 7) 的客户端【老王】下线了")]
    public void Sentences_of_an_earlier_version_are_parsed(string kind, string text)
    {
        var line = Good.Replace(
            "\"said\"", $"\"{kind}\"", StringComparison.Ordinal).Replace("hello", text, StringComparison.Ordinal);

        var message = Assert.Single(Read(line));

        var laoWang = new Member("老王", new PeerAddress("10.0.0.1", 7));
        Assert.Equal(
            kind == "left" ? new SystemMessage.Left(laoWang) : new SystemMessage.Joined(laoWang), message.System);
        Assert.Equal("", message.Text);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        Assert.Equal(Read(Good), Read("\uFEFF" + Good));
        Assert.Equal(Read(Good), Read("\uFEFF\r\n" + Good));
    }

    [Theory]
    [InlineData("hello", "JSON")]
    [InlineData("\"hello\"", "«id»")]
    [InlineData("{}", "«id»")]
    [InlineData("""{"id":0}""", "«id»")]
    [InlineData("""{"id":8,"kind":"private"}""", "«kind»")]
    [InlineData("""{"id":8,"kind":"said","nick":3}""", "«nick»")]
    [InlineData("""{"id":8,"kind":"said","nick":"Ann","from":"10.0.0.1:65536"}""", "«from»")]
    [InlineData("""{"id":8,"kind":"said","nick":"Ann","from":"10.0.0.1:1","text":"x","time":"yesterday"}""", "«time»")]
    [InlineData("""{"id":8,"kind":"said","nick":"Ann","from":"10.0.0.1:1","text":"x","time":"2026-01-02T03:04:05.678+00:00","about":{"nick":"x"}}""", "«from»")]
    [InlineData("""{"id":8,"kind":"room","nick":"Ann","from":"10.0.0.1:1","text":"x","time":"2026-01-02T03:04:05.678+00:00","event":"x","lost":"1"}""", "«lost»")]
    public void An_invalid_line_is_named(string line, string expected)
    {
        var trouble = Assert.Throws<HistoryException>(() => Read($"{Good}\n\n{line}\n"));

        Assert.Contains("FILE, line 3:", trouble.Message, StringComparison.Ordinal);
        Assert.Contains(expected, trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_text_is_named()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Good[..^2]), 0xff, .. "\"}"u8];

        Assert.Contains("line 1", Assert.Throws<HistoryException>(
            () => Import.Read(new MemoryStream(bytes), "FILE")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_must_grow() =>
        Assert.Contains(
            "line 2", Assert.Throws<HistoryException>(() => Read($"{Good}\n{Good}")).Message, StringComparison.Ordinal);
}

using LanChat.Protocol;
using LanChat.Server.History;

namespace LanChat.Server.Tests.History;

public sealed class MessageLinesSpecs
{
    private static readonly string Offset = $"{new DateTimeOffset(TestMessages.Message(1).Time):zzz}";

    [Fact]
    public void Json_has_all_fields() => Assert.Equal(
        $$$"""
        {"time":"2026-01-02T03:04:05.678{{{Offset}}}","id":7,"kind":"file","nick":"Ann","from":"192.168.38.203:50001","text":"[file] a b.txt, 12 bytes: http://10.0.0.1:8080/files/x/a%20b.txt","file":{"id":3,"name":"a b.txt","size":12,"type":"text/plain","link":"/files/x/a%20b.txt","site":"http://10.0.0.1:8080"}}
        """,
        MessageLines.Json(TestMessages.Message(7, "a b.txt", MessageKind.File) with
        {
            File = new ChatFile(3, "a b.txt", 12, null)
            {
                Type = "text/plain",
                Link = "/files/x/a%20b.txt",
                Site = "http://10.0.0.1:8080",
            },
        }));

    [Fact]
    public void Json_text_is_unchanged() => Assert.Contains(
        """
        "text":"上海 😀 \"\n\u001B[1m"
        """,
        MessageLines.Json(TestMessages.Message(7, "上海 😀 \"\n\u001b[1m")),
        StringComparison.Ordinal);

    [Fact]
    public void Json_has_the_fields_of_system_messages()
    {
        var ben = new Member("Ben", TestMessages.Home);
        Assert.EndsWith(
            ""","text":"Ben left","about":{"nick":"Ben","from":"192.168.38.203:50001"}}""",
            MessageLines.Json(TestMessages.OfRoom(1, new SystemMessage.Left(ben))),
            StringComparison.Ordinal);
        Assert.EndsWith(
            ""","text":"Benjamin is now Ben","about":{"nick":"Ben","from":"192.168.38.203:50001"},"was":"Benjamin"}""",
            MessageLines.Json(TestMessages.OfRoom(1, new SystemMessage.Renamed(ben, "Benjamin"))),
            StringComparison.Ordinal);
        Assert.EndsWith(
            ""","text":"The history is being saved again; 1 message was lost.","event":"store-recovered","lost":1}""",
            MessageLines.Json(TestMessages.OfRoom(1, new SystemMessage.StoreRecovered(1))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_and_replies_are_read_as_they_were_written()
    {
        ChatMessage[] messages =
        [
            TestMessages.Message(1, "see you at 4") with { Edited = 3 },
            TestMessages.Message(2, "") with { IsGone = true },
            TestMessages.Message(3, "see you at 4", MessageKind.Edited) with { Target = 1 },
            TestMessages.Message(4, "", MessageKind.Recalled) with { Target = 2 },
            TestMessages.Message(5, "yes") with { Re = 1 },
        ];

        Assert.Equal(messages, messages.Select(message => MessageLineReader.Read(
            System.Text.Encoding.UTF8.GetBytes(MessageLines.Json(message)))));
        Assert.Equal(
            [
                "Ann: see you at 4", "* Ann took a message back", "* Ann corrected: see you at 4",
                "* Ann took a message back", "Ann: yes",
            ],
            messages.Select(message => MessageLines.Text(message)[26..]));
    }

    [Theory]
    [InlineData(MessageKind.Said, "two\nlines\u001b[1m", "Ann: two lines [1m")]
    [InlineData(MessageKind.Acted, "waves", "* Ann waves")]
    public void Text_is_one_printable_line(MessageKind kind, string text, string line) =>
        Assert.Equal($"2026-01-02 03:04:05{Offset} {line}", MessageLines.Text(TestMessages.Message(1, text, kind)));
}

using LanChat.Protocol;
using LanChat.Server.History;

namespace LanChat.Server.Tests.History;

public sealed class MessageLinesSpecs
{
    private static readonly string Offset = $"{new DateTimeOffset(Said.Message(1).Time):zzz}";

    [Fact]
    public void For_programs_there_is_all_of_it() => Assert.Equal(
        $$$"""
        {"time":"2026-01-02T03:04:05.678{{{Offset}}}","id":7,"kind":"file","nick":"Ann","from":"192.168.38.203:50001","text":"上海 😀 \"\n\u001B[1m","about":{"nick":"Ben","from":"192.168.38.203:50001"},"file":{"id":3,"name":"a b.txt","size":12,"type":"text/plain","link":"/files/x/a%20b.txt"}}
        """,
        MessageLines.Json(Said.Message(7, "上海 😀 \"\n\u001b[1m", MessageKind.File) with
        {
            About = new Member("Ben", Said.Home),
            File = new ChatFile(3, "a b.txt", 12, null) { Type = "text/plain", Link = "/files/x/a%20b.txt" },
        }));

    [Theory]
    [InlineData(MessageKind.Said, "two\nlines\u001b[1m", "Ann: two lines [1m")]
    [InlineData(MessageKind.Acted, "waves", "* Ann waves")]
    public void For_people_it_is_one_line_that_a_terminal_can_show(MessageKind kind, string text, string line) =>
        Assert.Equal($"2026-01-02 03:04:05{Offset} {line}", MessageLines.Text(Said.Message(1, text, kind)));
}

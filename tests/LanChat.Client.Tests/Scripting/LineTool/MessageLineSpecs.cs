using LanChat.Client.Scripting.LineTool;

namespace LanChat.Client.Tests.Scripting.LineTool;

public sealed class MessageLineSpecs
{
    [Fact]
    public void A_message_is_one_line() => Assert.Equal("[16:02:44] Bob: 你好\n", MessageLine.Of(Event.Message("你好")));

    [Fact]
    public void Line_breaks_and_control_characters_are_escaped() => Assert.Equal(
        "[16:02:44] B␛ob: one␍␊[16:02:44] Ann: two\\u{202e}\n",
        MessageLine.Of(Event.Message("one\r\n[16:02:44] Ann: two\u202E", nickname: "B\eob")));
}

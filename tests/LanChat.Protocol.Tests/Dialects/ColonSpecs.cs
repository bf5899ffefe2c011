using LanChat.Protocol.Dialects.Older;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class ColonSpecs
{
    private readonly Listener _listener = new(new ColonDialect());

    private IEnumerable<ClientMessage> Said => _listener.Heard.Skip(1);

    [Fact]
    public void The_server_waits_for_a_name() => Assert.Empty(_listener.Heard);

    [Theory]
    [InlineData("张三")]
    [InlineData("No")]
    [InlineData("no ")]
    [InlineData("a:b")]
    public void The_first_thing_is_the_name_and_one_that_is_taken_is_numbered(string name) =>
        Assert.Equal([Enter(name)], _listener.Reads(name).Heard);

    private static ClientMessage Enter(string name) => new ClientMessage.Enter(name, Numbering: Numbering.Repeated);

    [Fact]
    public void Who_has_no_name_is_called_by_the_address() =>
        Assert.Equal([Enter("192.168.38.203:51937")], _listener.Reads("no").Heard);

    [Fact]
    public void A_name_has_at_most_1024_bytes()
    {
        Assert.Equal([Enter(new string('a', 1024))], _listener.Reads(new string('a', 1024)).Heard);
        Assert.Equal(
            [Invalid(Refusal.NicknameTooLong)],
            new Listener(new ColonDialect()).Reads(new string('a', 1025)).Reads("more").Heard);
        Assert.Equal(
            [Invalid(Refusal.NicknameTooLong)], new Listener(new ColonDialect()).Reads(new string('三', 342)).Heard);
    }

    [Theory]
    [InlineData("你好:;张三:;【群发】", "你好")]
    [InlineData("aa**:;张三:;【群发】", "aa**")]
    [InlineData("``#9:;张三:;【群发】", "``#9")]
    [InlineData("a:b;c:;张三:;【群发】", "a:b;c")]
    [InlineData(";)::;张三:;【群发】", ";):")]
    [InlineData("a:;b:;c:;张三:;【群发】", "a:;b:;c")]
    [InlineData(":;:;张三:;【群发】", ":;")]
    [InlineData("a:;no:;【群发】", "a")]
    [InlineData("a:;:;【群发】", "a")]
    [InlineData(" two\r\nlines \n:;张三:;【群发】", " two\r\nlines \n")]
    public void Text_for_everyone_is_said_whatever_user_it_names(string message, string text)
    {
        _listener.Reads("张三").Reads(message);
        Assert.Equal([Say(text)], Said);
    }

    [Theory]
    [InlineData("悄悄:;张三:;李四", "李四", "悄悄")]
    [InlineData("a:;b:;张三:;李四", "李四", "a:;b")]
    [InlineData("a:;张三:;【群发】 ", "【群发】 ", "a")]
    [InlineData("a:;张三:;", "", "a")]
    public void Text_for_one_user_is_private(string message, string to, string text)
    {
        _listener.Reads("张三").Reads(message);
        Assert.Equal([Tell(to, text)], Said);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("hello:;张三")]
    [InlineData("hello:张三;【群发】")]
    [InlineData(":;")]
    [InlineData(":;:;")]
    [InlineData(":;张三:;【群发】")]
    [InlineData(":;;")]
    public void What_lacks_a_part_is_answered_and_not_said(string message)
    {
        _listener.Reads("张三").Reads(message).Reads("a:;张三:;【群发】");
        Assert.Equal([Invalid(Refusal.Incomplete), Say("a")], Said);
    }

    [Fact]
    public void Old_clients_send_gbk()
    {
        _listener.Reads(Gbk.Bytes("张三")).Reads(Gbk.Bytes("你好:;张三:;【群发】")).Reads(Gbk.Bytes("悄悄:;张三:;李四"));
        Assert.Equal([Enter("张三"), Say("你好"), Tell("李四", "悄悄")], _listener.Heard);
    }

    [Fact]
    public void What_is_no_text_ends_it()
    {
        _listener.Reads("张三").Reads("a\0:;张三:;【群发】").Reads("b:;张三:;【群发】");
        Assert.Equal([Invalid(Refusal.NotText)], Said);
    }
}

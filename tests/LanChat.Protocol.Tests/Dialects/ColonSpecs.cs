using LanChat.Protocol.Dialects.Older;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class ColonSpecs
{
    private readonly ConversationDriver _driver = new(new ColonDialect());

    private IEnumerable<ClientMessage> Said => _driver.Messages.Skip(1);

    [Fact]
    public void The_server_waits_for_a_name() => Assert.Empty(_driver.Messages);

    [Theory]
    [InlineData("张三")]
    [InlineData("No")]
    [InlineData("no ")]
    [InlineData("a:b")]
    public void The_first_read_is_the_name_and_a_taken_one_is_numbered(string name) =>
        Assert.Equal([Enter(name)], _driver.Receive(name).Messages);

    private static ClientMessage Enter(string name) => new EnterRequest(name, Numbering: Numbering.Repeated);

    [Fact]
    public void A_client_without_a_name_is_named_by_its_address() =>
        Assert.Equal([Enter("192.168.38.203:51937")], _driver.Receive("no").Messages);

    [Fact]
    public void A_name_has_at_most_1024_bytes()
    {
        Assert.Equal([Enter(new string('a', 1024))], _driver.Receive(new string('a', 1024)).Messages);
        Assert.Equal(
            [Invalid(Refusal.NicknameTooLong)],
            new ConversationDriver(new ColonDialect()).Receive(new string('a', 1025)).Receive("more").Messages);
        Assert.Equal(
            [Invalid(Refusal.NicknameTooLong)],
            new ConversationDriver(new ColonDialect()).Receive(new string('三', 342)).Messages);
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
    public void A_message_to_everybody_ignores_the_sender_it_names(string message, string text)
    {
        _driver.Receive("张三").Receive(message);
        Assert.Equal([Say(text)], Said);
    }

    [Theory]
    [InlineData("悄悄:;张三:;李四", "李四", "悄悄")]
    [InlineData("a:;b:;张三:;李四", "李四", "a:;b")]
    [InlineData("a:;张三:;【群发】 ", "【群发】 ", "a")]
    [InlineData("a:;张三:;", "", "a")]
    public void A_message_to_one_user_is_private(string message, string to, string text)
    {
        _driver.Receive("张三").Receive(message);
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
    public void A_message_that_lacks_a_part_is_refused(string message)
    {
        _driver.Receive("张三").Receive(message).Receive("a:;张三:;【群发】");
        Assert.Equal([Invalid(Refusal.Incomplete), Say("a")], Said);
    }

    [Fact]
    public void GBK_is_decoded()
    {
        _driver.Receive(Gbk.Bytes("张三")).Receive(Gbk.Bytes("你好:;张三:;【群发】")).Receive(Gbk.Bytes("悄悄:;张三:;李四"));
        Assert.Equal([Enter("张三"), Say("你好"), Tell("李四", "悄悄")], _driver.Messages);
    }

    [Fact]
    public void Input_that_is_not_text_closes_the_connection()
    {
        _driver.Receive("张三").Receive("a\0:;张三:;【群发】").Receive("b:;张三:;【群发】");
        Assert.Equal([Invalid(Refusal.NotText)], Said);
    }
}

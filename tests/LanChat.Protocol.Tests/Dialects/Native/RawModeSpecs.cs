using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class RawModeSpecs
{
    private readonly ConversationDriver _driver = new ConversationDriver(
        new WireLimits(16, WireLimits.Default.Quiet)).Receive("bob").Pause();

    private IEnumerable<ClientMessage> Said => _driver.Messages.Skip(1);

    [Theory]
    [InlineData("hello")]
    [InlineData("one\ntwo\r\n")]
    [InlineData("\n")]
    [InlineData("{\"say\":1}")]
    [InlineData("小糖豆")]
    [InlineData("豆")]
    [InlineData("😀")]
    [InlineData(" \u001b[31m ")]
    public void One_read_is_one_message(string text)
    {
        _driver.Receive(text);
        Assert.Equal([Say(text)], Said);
        Assert.Null(_driver.Conversation.Patience);
    }

    [Fact]
    public void Every_read_is_a_message_of_its_own()
    {
        _driver.Receive("one").Receive(Gbk.Bytes("你好")).Receive("two").Pause().End();
        Assert.Equal([Say("one"), Say("你好"), Say("two")], Said);
    }

    [Fact]
    public void A_message_that_is_not_text_closes_the_connection()
    {
        _driver.Receive("one").Receive("a\0b").Receive("two").End();
        Assert.Equal([Say("one"), Invalid(Refusal.NotText)], Said);
    }

    [Fact]
    public void A_message_above_the_maximum_length_closes_the_connection()
    {
        _driver.Receive("1234567890123456").Receive("12345678901234567").Receive("two").End();
        Assert.Equal([Say("1234567890123456"), Invalid(Refusal.LineTooLong)], Said);
    }
}

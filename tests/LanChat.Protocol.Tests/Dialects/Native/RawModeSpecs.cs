using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class RawModeSpecs
{
    private readonly Listener _listener = new Listener(
        new WireLimits(16, WireLimits.Default.Quiet)).Reads("bob").Waits();

    private IEnumerable<ClientMessage> Said => _listener.Heard.Skip(1);

    [Theory]
    [InlineData("hello")]
    [InlineData("one\ntwo\r\n")]
    [InlineData("\n")]
    [InlineData("{\"say\":1}")]
    [InlineData("小糖豆")]
    [InlineData("豆")]
    [InlineData("😀")]
    [InlineData(" \u001b[31m ")]
    public void Whatever_one_read_returned_is_one_message(string text)
    {
        _listener.Reads(text);
        Assert.Equal([Say(text)], Said);
        Assert.Null(_listener.Conversation.Patience);
    }

    [Fact]
    public void Every_read_is_a_message_of_its_own()
    {
        _listener.Reads("one").Reads(Gbk.Bytes("你好")).Reads("two").Waits().Ends();
        Assert.Equal([Say("one"), Say("你好"), Say("two")], Said);
    }

    [Fact]
    public void A_message_that_is_no_text_ends_it()
    {
        _listener.Reads("one").Reads("a\0b").Reads("two").Ends();
        Assert.Equal([Say("one"), Invalid(Refusal.NotText)], Said);
    }

    [Fact]
    public void A_message_may_be_just_as_long_as_allowed_and_one_byte_more_ends_it()
    {
        _listener.Reads("1234567890123456").Reads("12345678901234567").Reads("two").Ends();
        Assert.Equal([Say("1234567890123456"), Invalid(Refusal.LineTooLong)], Said);
    }
}

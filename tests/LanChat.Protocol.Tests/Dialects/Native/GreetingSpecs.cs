using LanChat.Protocol.Dialects.Native;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class GreetingSpecs
{
    private readonly ConversationDriver _driver = new();

    [Fact]
    public void A_name_on_a_line_starts_line_mode()
    {
        _driver.Receive("小糖豆\n");

        Assert.Equal([Enter("小糖豆")], _driver.Messages);
        Assert.Same(JsonEncoder.Line, _driver.Conversation.Encoder);
        Assert.Null(_driver.Conversation.Patience);
    }

    [Fact]
    public void A_name_followed_by_nothing_starts_raw_mode()
    {
        _driver.Receive("小糖豆");
        Assert.Empty(_driver.Messages);

        _driver.Pause();
        Assert.Equal([Enter("小糖豆")], _driver.Messages);
        Assert.Same(JsonEncoder.Raw, _driver.Conversation.Encoder);
        Assert.Null(_driver.Conversation.Patience);
    }

    [Fact]
    public void A_hello_on_a_line_starts_rich_mode()
    {
        _driver.Receive("{\"hello\":1,\"nick\":\"小糖豆\"}\n");

        Assert.Equal([Enter("小糖豆")], _driver.Messages);
        Assert.Same(JsonEncoder.Rich, _driver.Conversation.Encoder);
        Assert.Null(_driver.Conversation.Patience);
    }

    [Fact]
    public void A_name_in_GBK_is_decoded_in_both_modes()
    {
        Assert.Equal([Enter("小糖豆")], _driver.Receive([.. Gbk.Bytes("小糖豆"), (byte)'\n']).Messages);
        Assert.Equal([Enter("小糖豆")], new ConversationDriver().Receive(Gbk.Bytes("小糖豆")).Pause().Messages);
    }

    [Theory]
    [InlineData("bob\r\n", "bob")]
    [InlineData(" bob \n", " bob ")]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("[1]\n", "[1]")]
    public void A_line_is_taken_as_the_name_even_if_it_is_invalid(string line, string name) =>
        Assert.Equal([Enter(name)], _driver.Receive(line).Messages);

    [Fact]
    public void Lines_after_the_name_in_the_same_read_are_messages() =>
        Assert.Equal([Enter("bob"), Say("one"), Say("two")], _driver.Receive("bob\none\ntwo\nthr").Messages);

    [Fact]
    public void A_partial_line_at_the_end_of_the_stream_is_the_name()
    {
        Assert.Equal([Enter("bob")], _driver.Receive("bob").End().Messages);
        Assert.Equal([Enter("bob")], new ConversationDriver().Receive("bob\r").End().Messages);
        Assert.Empty(new ConversationDriver().End().Messages);
    }

    [Fact]
    public void A_hello_without_line_break_is_rich_and_a_partial_one_malformed()
    {
        Assert.Equal([Enter("bob")], _driver.Receive("{\"hello\":1,\"nick\":\"bob\"}").End().Messages);
        Assert.Same(JsonEncoder.Rich, _driver.Conversation.Encoder);
        Assert.Equal([Invalid(Refusal.Malformed)], new ConversationDriver().Receive("{\"hello\":1,\"nick").End().Messages);
    }

    [Fact]
    public void A_name_that_is_not_text_is_refused()
    {
        Assert.Equal([Invalid(Refusal.NotText)], _driver.Receive([0x81, 0x20, (byte)'\n']).Messages);
        Assert.Equal([Invalid(Refusal.NotText)], new ConversationDriver().Receive("a\0b").Pause().Messages);
        Assert.Equal([Invalid(Refusal.NotText)], new ConversationDriver().Receive([0xC4, 0xE3, 0xBA]).End().Messages);
    }
}

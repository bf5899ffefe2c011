using LanChat.Protocol.Dialects.Native;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class GreetingSpecs
{
    private readonly Listener _listener = new();

    [Fact]
    public void A_name_on_a_line_is_line_mode()
    {
        _listener.Reads("小糖豆\n");

        Assert.Equal([Enter("小糖豆")], _listener.Heard);
        Assert.Same(JsonEncoder.Line, _listener.Conversation.Encoder);
        Assert.Null(_listener.Conversation.Patience);
    }

    [Fact]
    public void A_name_that_nothing_follows_is_raw()
    {
        _listener.Reads("小糖豆");
        Assert.Empty(_listener.Heard);

        _listener.Waits();
        Assert.Equal([Enter("小糖豆")], _listener.Heard);
        Assert.Same(JsonEncoder.Raw, _listener.Conversation.Encoder);
        Assert.Null(_listener.Conversation.Patience);
    }

    [Fact]
    public void A_hello_on_a_line_is_rich()
    {
        _listener.Reads("{\"hello\":1,\"nick\":\"小糖豆\"}\n");

        Assert.Equal([Enter("小糖豆")], _listener.Heard);
        Assert.Same(JsonEncoder.Rich, _listener.Conversation.Encoder);
        Assert.Null(_listener.Conversation.Patience);
    }

    [Fact]
    public void A_name_in_gbk_is_understood_in_both_modes()
    {
        Assert.Equal([Enter("小糖豆")], _listener.Reads([.. Gbk.Bytes("小糖豆"), (byte)'\n']).Heard);
        Assert.Equal([Enter("小糖豆")], new Listener().Reads(Gbk.Bytes("小糖豆")).Waits().Heard);
    }

    [Theory]
    [InlineData("bob\r\n", "bob")]
    [InlineData(" bob \n", " bob ")]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("[1]\n", "[1]")]
    public void A_line_is_the_name_as_it_is_whether_or_not_it_can_be_one(string line, string name) =>
        Assert.Equal([Enter(name)], _listener.Reads(line).Heard);

    [Fact]
    public void What_follows_the_name_in_the_same_read_is_said() =>
        Assert.Equal([Enter("bob"), Say("one"), Say("two")], _listener.Reads("bob\none\ntwo\nthr").Heard);

    [Fact]
    public void A_client_that_ends_after_half_a_line_has_sent_its_name()
    {
        Assert.Equal([Enter("bob")], _listener.Reads("bob").Ends().Heard);
        Assert.Equal([Enter("bob")], new Listener().Reads("bob\r").Ends().Heard);
        Assert.Empty(new Listener().Ends().Heard);
    }

    [Fact]
    public void A_client_that_ends_after_its_hello_is_rich_and_one_that_ends_inside_of_it_is_told_so()
    {
        Assert.Equal([Enter("bob")], _listener.Reads("{\"hello\":1,\"nick\":\"bob\"}").Ends().Heard);
        Assert.Same(JsonEncoder.Rich, _listener.Conversation.Encoder);
        Assert.Equal([Invalid(Refusal.Malformed)], new Listener().Reads("{\"hello\":1,\"nick").Ends().Heard);
    }

    [Fact]
    public void A_name_that_is_no_text_is_refused()
    {
        Assert.Equal([Invalid(Refusal.NotText)], _listener.Reads([0x81, 0x20, (byte)'\n']).Heard);
        Assert.Equal([Invalid(Refusal.NotText)], new Listener().Reads("a\0b").Waits().Heard);
        Assert.Equal([Invalid(Refusal.NotText)], new Listener().Reads([0xC4, 0xE3, 0xBA]).Ends().Heard);
    }
}

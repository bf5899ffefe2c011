using System.Text;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class RawCutCharacterSpecs
{
    private readonly ConversationDriver _driver = new ConversationDriver(
        new WireLimits(16, WireLimits.Default.Quiet)).Receive("bob").Pause();

    private IEnumerable<ClientMessage> Said => _driver.Messages.Skip(1);

    [Theory]
    [InlineData("é", 1)]
    [InlineData("né", 2)]
    [InlineData("豆", 1)]
    [InlineData("豆", 2)]
    [InlineData("糖豆", 5)]
    [InlineData("😀", 1)]
    [InlineData("😀", 2)]
    [InlineData("hi 😀", 6)]
    public void A_message_split_inside_a_UTF_8_character_is_one_message(string text, int cut) =>
        Cut(Encoding.UTF8.GetBytes(text), cut, text);

    [Theory]
    [InlineData("你", 1)]
    [InlineData("你好", 1)]
    [InlineData("你好", 3)]
    [InlineData("hi 豆", 4)]
    public void A_message_split_inside_a_GBK_character_is_one_message(string text, int cut) =>
        Cut(Gbk.Bytes(text), cut, text);

    private void Cut(byte[] bytes, int cut, string text)
    {
        _driver.Receive(bytes.AsSpan()[..cut]);
        Assert.Empty(Said);
        Assert.Equal(TimeSpan.FromMilliseconds(200), _driver.Conversation.Patience);

        _driver.Receive(bytes.AsSpan()[cut..]);
        Assert.Equal([Say(text)], Said);
        Assert.Null(_driver.Conversation.Patience);
    }

    [Fact]
    public void A_character_may_come_byte_by_byte()
    {
        foreach (var value in "😀"u8) _driver.Receive([value]);
        Assert.Equal([Say("😀")], Said);
    }

    [Fact]
    public void An_ambiguous_GBK_message_is_complete_after_the_wait()
    {
        _driver.Receive(Gbk.Bytes("浣")).Pause();
        Assert.Equal([Say("浣")], Said);
    }

    [Fact]
    public void A_partial_character_after_the_wait_is_not_text()
    {
        _driver.Receive([0xF0, 0x9F, 0x98]).Pause();
        Assert.Equal([Invalid(Refusal.NotText)], Said);
    }

    [Fact]
    public void A_partial_character_at_the_end_is_not_text()
    {
        _driver.Receive([0xF0, 0x9F, 0x98]).End();
        Assert.Equal([Invalid(Refusal.NotText)], Said);
    }

    [Fact]
    public void Buffered_bytes_count_towards_the_limit()
    {
        _driver.Receive([.. "12345678901234"u8, 0xE8]).Receive([0xB1, 0x86]);
        Assert.Equal([Invalid(Refusal.LineTooLong)], Said);
    }
}

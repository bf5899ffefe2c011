using System.Text;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class RawCutCharacterSpecs
{
    private readonly Listener _listener = new Listener(
        new WireLimits(16, WireLimits.Default.Quiet)).Reads("bob").Waits();

    private IEnumerable<ClientMessage> Said => _listener.Heard.Skip(1);

    [Theory]
    [InlineData("é", 1)]
    [InlineData("né", 2)]
    [InlineData("豆", 1)]
    [InlineData("豆", 2)]
    [InlineData("糖豆", 5)]
    [InlineData("😀", 1)]
    [InlineData("😀", 2)]
    [InlineData("hi 😀", 6)]
    public void A_message_cut_inside_a_character_of_utf8_is_one_message(string text, int cut) =>
        Cut(Encoding.UTF8.GetBytes(text), cut, text);

    [Theory]
    [InlineData("你", 1)]
    [InlineData("你好", 1)]
    [InlineData("你好", 3)]
    [InlineData("hi 豆", 4)]
    public void A_message_cut_inside_a_character_of_gbk_is_one_message(string text, int cut) =>
        Cut(Gbk.Bytes(text), cut, text);

    private void Cut(byte[] bytes, int cut, string text)
    {
        _listener.Reads(bytes.AsSpan()[..cut]);
        Assert.Empty(Said);
        Assert.Equal(TimeSpan.FromMilliseconds(200), _listener.Conversation.Patience);

        _listener.Reads(bytes.AsSpan()[cut..]);
        Assert.Equal([Say(text)], Said);
        Assert.Null(_listener.Conversation.Patience);
    }

    [Fact]
    public void It_may_come_byte_by_byte()
    {
        foreach (var value in "😀"u8) _listener.Reads([value]);
        Assert.Equal([Say("😀")], Said);
    }

    [Fact]
    public void What_looked_cut_but_is_gbk_is_said_when_nothing_follows()
    {
        _listener.Reads(Gbk.Bytes("浣")).Waits();
        Assert.Equal([Say("浣")], Said);
    }

    [Fact]
    public void Half_a_character_that_nothing_follows_is_no_text()
    {
        _listener.Reads([0xF0, 0x9F, 0x98]).Waits();
        Assert.Equal([Invalid(Refusal.NotText)], Said);
    }

    [Fact]
    public void Half_a_character_is_no_text_when_the_client_ends()
    {
        _listener.Reads([0xF0, 0x9F, 0x98]).Ends();
        Assert.Equal([Invalid(Refusal.NotText)], Said);
    }

    [Fact]
    public void What_is_held_back_obeys_the_limit()
    {
        _listener.Reads([.. "12345678901234"u8, 0xE8]).Reads([0xB1, 0x86]);
        Assert.Equal([Invalid(Refusal.LineTooLong)], Said);
    }
}

using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class LineModeSpecs
{
    private readonly Listener _listener = new Listener(new WireLimits(16, WireLimits.Default.Quiet)).Reads("bob\n");

    private IEnumerable<ClientMessage> Said => _listener.Heard.Skip(1);

    [Fact]
    public void Every_line_is_a_message_and_empty_ones_are_none()
    {
        _listener.Reads("one\n\n two \r\n\r\nthree\n");
        Assert.Equal([Say("one"), Say(" two "), Say("three")], Said);
    }

    [Theory]
    [InlineData("{\"say\":1}")]
    [InlineData("\u001b[31mred")]
    [InlineData("a\rb\tc")]
    [InlineData("中文字 😀")]
    public void Text_is_passed_on_as_it_came(string text)
    {
        _listener.Reads(text + "\n");
        Assert.Equal([Say(text)], Said);
    }

    [Fact]
    public void Some_lines_may_be_gbk_and_others_utf8()
    {
        _listener.Reads([.. Gbk.Bytes("你好"), (byte)'\n', .. "你好\n"u8]);
        Assert.Equal([Say("你好"), Say("你好")], Said);
    }

    [Fact]
    public void What_follows_the_last_line_end_counts_when_the_client_ends()
    {
        _listener.Reads("one\ntwo").Ends();
        Assert.Equal([Say("one"), Say("two")], Said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one\n\r")]
    public void Nothing_is_added_when_the_client_ends_between_lines(string text)
    {
        var before = _listener.Reads(text).Heard.Count;
        Assert.Equal(before, _listener.Ends().Heard.Count);
    }

    [Fact]
    public void A_line_that_is_no_text_ends_it()
    {
        _listener.Reads("one\ntw\0\nthree\n").Ends();
        Assert.Equal([Say("one"), Invalid(Refusal.NotText)], Said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_line_may_be_just_as_long_as_allowed_and_one_more_ends_it(string end)
    {
        _listener.Reads("1234567890123456" + (end.Length == 0 ? "\n" : end));
        _listener.Reads("12345678901234567" + end).Reads("x\n").Ends();
        Assert.Equal([Say("1234567890123456"), Invalid(Refusal.LineTooLong)], Said);
    }
}

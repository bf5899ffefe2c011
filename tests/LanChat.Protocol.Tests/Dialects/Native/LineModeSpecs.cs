using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class LineModeSpecs
{
    private readonly ConversationDriver _driver =
        new ConversationDriver(new WireLimits(16, WireLimits.Default.Quiet)).Receive("bob\n");

    private IEnumerable<ClientMessage> Said => _driver.Messages.Skip(1);

    [Fact]
    public void Every_line_is_a_message_and_empty_ones_are_skipped()
    {
        _driver.Receive("one\n\n two \r\n\r\nthree\n");
        Assert.Equal([Say("one"), Say(" two "), Say("three")], Said);
    }

    [Theory]
    [InlineData("{\"say\":1}")]
    [InlineData("\u001b[31mred")]
    [InlineData("a\rb\tc")]
    [InlineData("中文字 😀")]
    public void Text_is_passed_on_unchanged(string text)
    {
        _driver.Receive(text + "\n");
        Assert.Equal([Say(text)], Said);
    }

    [Fact]
    public void GBK_and_UTF_8_lines_can_be_mixed()
    {
        _driver.Receive([.. Gbk.Bytes("你好"), (byte)'\n', .. "你好\n"u8]);
        Assert.Equal([Say("你好"), Say("你好")], Said);
    }

    [Fact]
    public void A_last_line_without_line_break_counts_at_the_end()
    {
        _driver.Receive("one\ntwo").End();
        Assert.Equal([Say("one"), Say("two")], Said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one\n\r")]
    public void The_end_between_lines_adds_no_message(string text)
    {
        var before = _driver.Receive(text).Messages.Count;
        Assert.Equal(before, _driver.End().Messages.Count);
    }

    [Fact]
    public void A_line_that_is_not_text_closes_the_connection()
    {
        _driver.Receive("one\ntw\0\nthree\n").End();
        Assert.Equal([Say("one"), Invalid(Refusal.NotText)], Said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_line_above_the_maximum_length_closes_the_connection(string end)
    {
        _driver.Receive("1234567890123456" + (end.Length == 0 ? "\n" : end));
        _driver.Receive("12345678901234567" + end).Receive("x\n").End();
        Assert.Equal([Say("1234567890123456"), Invalid(Refusal.LineTooLong)], Said);
    }
}

using System.Text;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Tests.Text;

public sealed class CutCharacterSpecs
{
    [Theory]
    [InlineData("é")]
    [InlineData("豆")]
    [InlineData("😀")]
    [InlineData("hello é")]
    [InlineData("小糖豆")]
    [InlineData("hello 😀")]
    [InlineData("豆😀")]
    public void Utf8_that_ends_inside_its_last_character_is_noticed_at_each_of_its_bytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var last = text.EnumerateRunes().Last().Utf8SequenceLength;

        for (var missing = 1; missing < last; missing++) Assert.True(WireText.EndsInsideCharacter(bytes.AsSpan()[..^missing]));
        Assert.False(WireText.EndsInsideCharacter(bytes));
        Assert.False(WireText.EndsInsideCharacter(bytes.AsSpan()[..^last]));
    }

    [Theory]
    [InlineData("你")]
    [InlineData("你好")]
    [InlineData("小糖豆")]
    [InlineData("hello 你")]
    [InlineData("群公告欢迎来到这里")]
    public void Gbk_that_ends_inside_any_of_its_characters_is_noticed(string text)
    {
        var bytes = Gbk.Bytes(text);
        var at = 0;
        foreach (var character in text)
        {
            Assert.False(WireText.EndsInsideCharacter(bytes.AsSpan()[..at]));
            at += Gbk.Bytes($"{character}").Length;
            if (character > 0x7F) Assert.True(WireText.EndsInsideCharacter(bytes.AsSpan()[..(at - 1)]));
        }
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0x61 })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xFF, 0x81 })]
    [InlineData(new byte[] { 0x81, 0x30 })]
    public void What_is_text_or_never_will_be_is_not_cut(byte[] bytes) => Assert.False(WireText.EndsInsideCharacter(bytes));
}

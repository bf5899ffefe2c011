using System.Text;
using System.Text.Unicode;
using FsCheck.Fluent;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Tests.Text;

public sealed class CharacterFollowerSpecs
{
    private static CharacterFollower Followed(bool isGbk, params ReadOnlySpan<byte> bytes)
    {
        var follower = new CharacterFollower(isGbk);
        foreach (var value in bytes) follower.Read(value);
        return follower;
    }

    private static bool IsCut(bool isGbk, ReadOnlySpan<byte> bytes)
    {
        var follower = Followed(isGbk, bytes);
        Assert.True(follower.IsText);
        return follower.IsInside;
    }

    [Theory]
    [InlineData("é")]
    [InlineData("豆")]
    [InlineData("😀")]
    [InlineData("hello é")]
    [InlineData("小糖豆")]
    [InlineData("hello 😀")]
    [InlineData("豆😀")]
    public void UTF_8_that_ends_inside_a_character_is_recognized(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var last = text.EnumerateRunes().Last().Utf8SequenceLength;

        for (var missing = 1; missing < last; missing++) Assert.True(IsCut(isGbk: false, bytes.AsSpan()[..^missing]));
        Assert.False(IsCut(isGbk: false, bytes));
        Assert.False(IsCut(isGbk: false, bytes.AsSpan()[..^last]));
    }

    [Theory]
    [InlineData("你")]
    [InlineData("你好")]
    [InlineData("小糖豆")]
    [InlineData("hello 你")]
    [InlineData("群公告欢迎来到这里€")]
    public void GBK_that_ends_inside_a_character_is_recognized(string text)
    {
        var bytes = Gbk.Bytes(text);
        var at = 0;
        foreach (var character in text)
        {
            Assert.False(IsCut(isGbk: true, bytes.AsSpan()[..at]));
            var length = Gbk.Bytes($"{character}").Length;
            at += length;
            Assert.Equal(length == 2, IsCut(isGbk: true, bytes.AsSpan()[..(at - 1)]));
        }
    }

    [Fact]
    public void Valid_UTF_8_is_recognized_exactly()
    {
        // All sequences of up to three bytes, and those of four at the edges of valid ranges.
        byte[] edges = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0xF5, 0xFF];
        for (var first = 0; first < 0x100; first++)
        {
            for (var second = 0; second < 0x100; second++) Check((byte)first, (byte)second);
            foreach (var second in edges)
            {
                foreach (var third in edges)
                {
                    Check((byte)first, second, third);
                    foreach (var fourth in edges) Check((byte)first, second, third, fourth);
                }
            }
        }

        static void Check(params ReadOnlySpan<byte> bytes)
        {
            var follower = Followed(isGbk: false, bytes);
            Assert.Equal(Utf8.IsValid(bytes), follower is { IsText: true, IsInside: false });
        }
    }

    [Fact]
    public void All_of_code_page_936_is_valid_GBK()
    {
        for (var value = 0; value <= char.MaxValue; value++)
        {
            var bytes = Gbk.Bytes($"{(char)value}");
            if (bytes is [(byte)'?'] or [0xFF]) continue;
            Assert.True(Followed(isGbk: true, bytes) is { IsText: true, IsInside: false }, $"{value:x}");
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0x81, 0x30 })]
    [InlineData(new byte[] { 0x81, 0x3F })]
    [InlineData(new byte[] { 0x81, 0x7F })]
    [InlineData(new byte[] { 0x81, 0xFF })]
    [InlineData(new byte[] { 0xFE, 0x22 })]
    public void Invalid_GBK_stays_invalid(byte[] bytes) =>
        Assert.False(Followed(isGbk: true, [.. bytes, .. "hello"u8]).IsText);

    [Fact]
    public void Only_ASCII_outside_other_characters_is_reported()
    {
        var (utf8, gbk) = (new CharacterFollower(isGbk: false), new CharacterFollower(isGbk: true));

        Assert.Equal([true, false, false, false, true], "a豆\\"u8.ToArray().Select(utf8.Read));
        Assert.Equal([true, false, false, true], ((byte[])[(byte)'a', 0x81, (byte)'\\', (byte)'\\']).Select(gbk.Read));
    }

    [Fact]
    public void Arbitrary_bytes_are_classified_as_the_decoder_does() => Property.HoldsFor(Arbitrary.Bytes, bytes =>
    {
        Assert.Equal(Utf8.IsValid(bytes), Followed(isGbk: false, bytes) is { IsText: true, IsInside: false });
        if (WireText.TryDecode(bytes, out _) && !Utf8.IsValid(bytes))
            Assert.True(Followed(isGbk: true, bytes) is { IsText: true, IsInside: false });
    }, times: 3000);
}

using System.Text;
using FsCheck.Fluent;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Tests.Text;

public sealed class WireTextSpecs
{
    private static string? Decoded(params byte[] bytes)
    {
        var good = WireText.TryDecode(bytes, out var text);
        Assert.Equal(good, text is not null);
        return text;
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("小糖豆")]
    [InlineData("😀 and 中")]
    [InlineData(" not trimmed \t")]
    [InlineData("JOSE\u0301 is not normalised")]
    [InlineData("\uFEFFa byte order mark is a character")]
    [InlineData("\u001b[31m controls are somebody else's business")]
    public void Text_is_utf8_and_stays_as_it_is(string text) =>
        Assert.Equal(text, Decoded(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("你好")]
    [InlineData("小糖豆 says hi")]
    [InlineData("欢迎来到这里!")]
    [InlineData("浣熊")]
    [InlineData("亐乢")]
    [InlineData("€")]
    public void What_is_not_valid_utf8_is_gbk(string text) => Assert.Equal(text, Decoded(Gbk.Bytes(text)));

    [Fact]
    public void All_chinese_characters_of_gbk_are_read() => Property.HoldsFor(
        Gen.Choose(0x4E00, 0x9FA5).Select(value => (char)value).NonEmptyListOf().Select(string.Concat),
        text => Assert.Equal("啊" + text, Decoded(Gbk.Bytes("啊" + text))));

    [Fact]
    public void Nul_is_no_text()
    {
        Assert.Null(Decoded(0));
        Assert.Null(Decoded([.. "a"u8, 0, .. "b"u8]));
        Assert.Null(Decoded([.. Gbk.Bytes("你好"), 0]));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61 })]
    [InlineData(new byte[] { 0x61, 0x81 })]
    [InlineData(new byte[] { 0x81, 0x30 })]
    [InlineData(new byte[] { 0xC4, 0xE3, 0xBA })]
    public void What_is_neither_is_no_text(byte[] bytes) => Assert.Null(Decoded(bytes));

    [Fact]
    public void Any_bytes_are_text_or_not() => Property.HoldsFor(Arbitrary.Bytes, bytes =>
    {
        if (Decoded(bytes) is { } text) Assert.DoesNotContain('\0', text);
    }, times: 3000);

    [Fact]
    public void Any_text_is_read_back() =>
        Property.HoldsFor(
            Arbitrary.Text, text => Assert.Equal(text, Decoded(Encoding.UTF8.GetBytes(text))), times: 1000);
}

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
    public void UTF_8_is_decoded(string text) =>
        Assert.Equal(text, Decoded(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("你好")]
    [InlineData("小糖豆 says hi")]
    [InlineData("欢迎来到这里!")]
    [InlineData("浣熊")]
    [InlineData("亐乢")]
    [InlineData("€")]
    public void Text_that_is_not_UTF_8_is_decoded_as_GBK(string text) => Assert.Equal(text, Decoded(Gbk.Bytes(text)));

    [Fact]
    public void All_Chinese_characters_of_GBK_are_decoded() => Property.HoldsFor(
        Gen.Choose(0x4E00, 0x9FA5).Select(value => (char)value).NonEmptyListOf().Select(string.Concat),
        text => Assert.Equal("啊" + text, Decoded(Gbk.Bytes("啊" + text))));

    [Fact]
    public void NUL_is_not_text()
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
    public void Other_bytes_are_not_text(byte[] bytes) => Assert.Null(Decoded(bytes));

    [Fact]
    public void Decoded_text_has_no_NUL() => Property.HoldsFor(Arbitrary.Bytes, bytes =>
    {
        if (Decoded(bytes) is { } text) Assert.DoesNotContain('\0', text);
    }, times: 3000);

    [Fact]
    public void Encoded_text_is_decoded_to_the_same() =>
        Property.HoldsFor(
            Arbitrary.Text, text => Assert.Equal(text, Decoded(Encoding.UTF8.GetBytes(text))), times: 1000);
}

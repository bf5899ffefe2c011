using LanChat.Client.Display;

namespace LanChat.Client.Tests.Display;

public sealed class CellWidthSpecs
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("hello", 5)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("…␛▸", 3)]
    [InlineData("你好", 4)]
    [InlineData("ｆｕｌｌ", 8)]
    [InlineData("ｱ", 1)]
    [InlineData("한국어", 6)]
    [InlineData("\u1112\u1161\u11ab", 2)]
    [InlineData("「中」", 6)]
    [InlineData("𠀀", 2)]
    [InlineData("😀", 2)]
    [InlineData("❤", 1)]
    [InlineData("❤\uFE0F", 2)]
    [InlineData("👩🏽‍🚀", 2)]
    [InlineData("👨‍👩‍👧x", 3)]
    [InlineData("🇩🇪", 2)]
    [InlineData("a\u200Bb", 2)]
    public void The_width_of_a_text_is_counted_in_cells(string text, int cells) =>
        Assert.Equal(cells, CellWidth.Of(text));

    [Theory]
    [InlineData("hello", 5, "hello")]
    [InlineData("hello", 4, "hel…")]
    [InlineData("你好吗", 6, "你好吗")]
    [InlineData("你好吗", 5, "你好…")]
    [InlineData("你好吗", 4, "你…")]
    [InlineData("a👨‍👩‍👧b", 3, "a…")]
    [InlineData("hello", 1, "…")]
    [InlineData("hello", 0, "")]
    public void A_text_that_is_too_wide_is_truncated(string text, int cells, string fitting) =>
        Assert.Equal(fitting, Truncation.Fit(text, cells));

    [Fact]
    public void A_text_is_padded_or_truncated_to_the_width()
    {
        Assert.Equal("你好 ", Truncation.Pad("你好", 5));
        Assert.Equal("你好…", Truncation.Pad("你好吗", 5));
        Assert.Equal("ab   ", Truncation.Pad("ab", 5));
    }
}

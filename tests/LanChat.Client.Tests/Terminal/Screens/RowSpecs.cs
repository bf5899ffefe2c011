using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Tests.Terminal.Screens;

public sealed class RowSpecs
{
    private static readonly Row Row = new(new TextSpan("ab", "1"), new TextSpan("中文"), new TextSpan("c"));

    [Theory]
    [InlineData(7, "ab中文c")]
    [InlineData(6, "ab中…")]
    [InlineData(5, "ab中…")]
    [InlineData(4, "ab…")]
    [InlineData(2, "a…")]
    [InlineData(1, "…")]
    [InlineData(0, "")]
    public void A_row_is_truncated_with_an_ellipsis(int cells, string text)
    {
        Assert.Equal(text, Row.Fit(cells).Text);
        Assert.InRange(Row.Fit(cells).Cells, 0, cells);
    }

    [Fact]
    public void A_row_is_padded_with_styled_spaces()
    {
        Assert.Equal(new TextSpan("  ", "7"), Row.Pad(9, "7").Spans[^1]);
        Assert.Equal(9, Row.Pad(9).Cells);
        Assert.Equal(5, Row.Pad(5).Cells);
    }

    [Fact]
    public void Each_style_ends_with_its_text() => Assert.Equal("\e[1mab\e[0m中文c", Row.ToAnsi());
}

using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Tests.Terminal.Screens;

public sealed class WrappingSpecs
{
    private static string Wrapped(string text, int cells, int indent = 0) =>
        string.Join('\n', Wrapping.Of([new TextSpan(text)], cells, indent).Select(row => row.Text));

    [Theory]
    [InlineData("", "")]
    [InlineData("one two", "one two")]
    [InlineData("one two three", "one two\nthree")]
    [InlineData("one  two    three", "one  two\nthree")]
    [InlineData("twelve12 34", "twelve12\n34")]
    [InlineData("    indented", "    inde\nnted")]
    public void Rows_break_between_words(string text, string rows) => Assert.Equal(rows, Wrapped(text, 8));

    [Theory]
    [InlineData("你好世界这是", "你好世界\n这是")]
    [InlineData("a你好世界", "a你好世\n界")]
    [InlineData("你好世界，这", "你好世\n界，这")]
    [InlineData("你好世（界", "你好世\n（界")]
    [InlineData("你好word你", "你好word\n你")]
    [InlineData("你好 words", "你好\nwords")]
    public void Chinese_breaks_anywhere_except_around_closing_and_opening_punctuation(string text, string rows) =>
        Assert.Equal(rows, Wrapped(text, 8));

    [Fact]
    public void A_word_longer_than_a_row_is_broken() =>
        Assert.Equal("see http\n://examp\nle.org x", Wrapped("see http://example.org x", 8));

    [Fact]
    public void Continuation_rows_are_indented_if_there_is_space()
    {
        Assert.Equal("Bob: one\n     two\n     333", Wrapped("Bob: one two 333", 10, indent: 5));
        Assert.Equal("one two\nthree", Wrapped("one two three", 8, indent: 5));
    }

    [Fact]
    public void Wrapping_keeps_the_styles()
    {
        var rows = Wrapping.Of([new TextSpan("one ", "1"), new TextSpan("two three", "2")], 8);

        Assert.Equal([new TextSpan("one ", "1"), new TextSpan("two", "2")], rows[0].Spans);
        Assert.Equal([new TextSpan("three", "2")], rows[1].Spans);
    }

    [Fact]
    public void At_any_width_no_row_is_too_wide_and_no_text_is_lost()
    {
        const string text = "one 你好，世界 👨‍👩‍👧e\u0301 (two) https://example.org/x 🎉🎉🎉";
        for (var cells = 2; cells < 60; cells++)
        {
            var rows = Wrapping.Of([new TextSpan(text)], cells, indent: 6);

            Assert.All(rows, row => Assert.InRange(row.Cells, 0, cells));
            Assert.Equal(text.Replace(" ", ""), string.Concat(rows.Select(row => row.Text)).Replace(" ", ""));
        }
    }
}

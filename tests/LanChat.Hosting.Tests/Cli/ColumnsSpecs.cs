namespace LanChat.Cli.Tests;

public sealed class ColumnsSpecs
{
    [Theory]
    [InlineData("short", "short")]
    [InlineData("one two three four five six", "one two three four\n    five six")]
    [InlineData("word averyveryverylongwordindeed end", "word\n    averyveryverylongwordindeed\n    end")]
    [InlineData("房间的名称以及其他很多", "房间的名称以及其他很\n    多")]
    [InlineData("房间的名称以及其他很。多", "房间的名称以及其他\n    很。多")]
    [InlineData("把日志写到 2>FILE 里面去看", "把日志写到 2>FILE 里\n    面去看")]
    public void A_text_is_wrapped_at_spaces_and_within_Chinese(string text, string wrapped) =>
        Assert.Equal(wrapped, Columns.Wrap(text, 4, 24));
}

namespace LanChat.Texts.Tests;

public sealed class PluralSpecs
{
    [Theory]
    [InlineData(0, "0 lines")]
    [InlineData(1, "1 line")]
    [InlineData(2, "2 lines")]
    [InlineData(1000, "1000 lines")]
    public void One_is_singular_and_other_numbers_are_plural(int count, string expected) =>
        Assert.Equal(expected, Plural.Of(count, "line", "lines"));
}

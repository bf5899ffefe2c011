using LanChat.Client.Display;

namespace LanChat.Client.Tests.Display;

public sealed class TextStyleSpecs
{
    [Theory]
    [InlineData("", "", "", "", "")]
    [InlineData("bold", "1", "1", "1", "1")]
    [InlineData("dim underline reverse", "2;4;7", "2;4;7", "2;4;7", "2;4;7")]
    [InlineData("red", "31", "31", "31", "1")]
    [InlineData("bright-cyan on black", "96;40", "96;40", "96;40", "7")]
    [InlineData("bold white on bright-blue", "1;37;104", "1;37;104", "1;37;104", "1")]
    [InlineData("on 9", "101", "101", "101", "7")]
    [InlineData("bold 160", "1;38;5;160", "1;38;5;160", "1;31", "1")]
    [InlineData("#ff8800", "38;2;255;136;0", "38;5;208", "93", "1")]
    [InlineData("#FAFAFA on #101010", "38;2;250;250;250;48;2;16;16;16", "38;5;231;48;5;233", "97;40", "7")]
    public void A_style_is_converted_to_what_the_terminal_supports(
        string words, string trueColor, string eightBit, string standard, string none)
    {
        var style = TextStyle.Read(words, out var flaw);

        Assert.Null(flaw);
        Assert.Equal(
            [trueColor, eightBit, standard, standard, none],
            new[]
            {
                ColorSystem.TrueColor,
                ColorSystem.EightBit,
                ColorSystem.Standard,
                ColorSystem.Legacy,
                ColorSystem.NoColors,
            }.Select(style.Codes));
    }

    [Theory]
    [InlineData("blod yellow", "\"blod\" is not a colour")]
    [InlineData("Red", "\"Red\" is not a colour")]
    [InlineData("256", "\"256\" is not a colour")]
    [InlineData("-1", "\"-1\" is not a colour")]
    [InlineData("#12345", "\"#12345\" is not a colour")]
    [InlineData("#12345g", "\"#12345g\" is not a colour")]
    [InlineData("on bold", "\"bold\" is not a colour")]
    [InlineData("red blue", "\"blue\" is one colour too many")]
    [InlineData("on red on blue", "\"blue\" is one colour too many")]
    [InlineData("red on", "a colour is missing after \"on\"")]
    public void An_invalid_style_is_reported_with_the_wrong_word(string words, string expected)
    {
        TextStyle.Read(words, out var flaw);

        Assert.StartsWith(expected, flaw);
    }
}

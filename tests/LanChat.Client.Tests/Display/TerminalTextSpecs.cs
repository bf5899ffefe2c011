using LanChat.Client.Display;

namespace LanChat.Client.Tests.Display;

public sealed class TerminalTextSpecs
{
    [Theory]
    [InlineData("hello, world!")]
    [InlineData("你好,小糖豆")]
    [InlineData("👨‍👩‍👧 👩🏽‍🚀 🇩🇪 é")]
    [InlineData("שלום العربية")]
    [InlineData("half � gone")]
    [InlineData("")]
    public void Printable_text_is_unchanged(string text) => Assert.Equal(text, TerminalText.OneLine(text));

    [Theory]
    [InlineData("\e[2J", "␛[2J")]
    [InlineData("\e]0;title\a", "␛]0;title␇")]
    [InlineData("a\0b", "a␀b")]
    [InlineData("a\rb\nc", "a␍b␊c")]
    [InlineData("a\tb", "a␉b")]
    [InlineData("a\bb\x7F", "a␈b␡")]
    [InlineData("\u009b31m", "\\u{9b}31m")]
    [InlineData("\u0085", "\\u{85}")]
    [InlineData("a\u2028b\u2029c", "a\\u{2028}b\\u{2029}c")]
    [InlineData("\u202Eabc\u202C", "\\u{202e}abc\\u{202c}")]
    [InlineData("\u2066abc\u2069", "\\u{2066}abc\\u{2069}")]
    public void Control_characters_are_shown_as_visible_symbols(string text, string shown) =>
        Assert.Equal(shown, TerminalText.OneLine(text));

    [Fact]
    public void A_lone_surrogate_is_escaped()
    {
        Assert.Equal("\\u{d83d}", TerminalText.OneLine("\uD83D"));
        Assert.Equal("\\u{de00}\\u{d83d}", TerminalText.OneLine("\uDE00\uD83D"));
        Assert.Equal("😀\\u{d83d}!", TerminalText.OneLine("\uD83D\uDE00\uD83D!"));
    }

    [Fact]
    public void No_control_character_passes_through()
    {
        for (var value = 0; value <= char.MaxValue; value++)
        {
            var shown = TerminalText.OneLine($"a{(char)value}b");

            Assert.DoesNotContain(shown, char.IsControl);
            Assert.DoesNotContain(
                shown, unit => unit is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
            Assert.DoesNotContain(shown, char.IsSurrogate);
        }
    }

    [Theory]
    [InlineData("one", "one")]
    [InlineData("one\r\ntwo", "one|two")]
    [InlineData("one\ntwo\rthree", "one|two|three")]
    [InlineData("one\n\ntwo\n\n", "one||two")]
    [InlineData("", "")]
    [InlineData("\n", "")]
    [InlineData("a\e\nb", "a␛|b")]
    [InlineData("if x:\n\ty", "if x:|    y")]
    public void A_text_is_split_at_line_breaks(string text, string lines) =>
        Assert.Equal(lines, string.Join('|', TerminalText.Lines(text)));
}

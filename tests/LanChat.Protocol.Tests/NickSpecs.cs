namespace LanChat.Protocol.Tests;

public sealed class NickSpecs
{
    private static Refusal? RefusalOf(string text)
    {
        var good = Nick.TryCreate(text, out var nick, out var refusal);
        Assert.Equal(good, refusal is null);
        Assert.Equal(good ? text : "", nick.Text);
        return refusal;
    }

    [Theory]
    [InlineData("a")]
    [InlineData("小糖豆")]
    [InlineData("😀")]
    [InlineData("Ann of the 3rd floor")]
    [InlineData("-_.!?<b>'\"\\")]
    [InlineData("👩‍👩‍👧")]
    [InlineData("مرحبا")]
    [InlineData("系统消息2")]
    public void A_valid_nickname_is_unchanged(string text) => Assert.Null(RefusalOf(text));

    [Fact]
    public void An_empty_nickname_is_refused() => Assert.Equal(Refusal.NicknameEmpty, RefusalOf(""));

    [Theory]
    [InlineData("a")]
    [InlineData("豆")]
    [InlineData("😀")]
    public void A_nickname_has_at_most_100_characters(string character)
    {
        Assert.Null(RefusalOf(string.Concat(Enumerable.Repeat(character, 100))));
        Assert.Equal(Refusal.NicknameTooLong, RefusalOf(string.Concat(Enumerable.Repeat(character, 101))));
    }

    [Fact]
    public void A_server_can_lower_the_maximum_length()
    {
        Assert.True(Nick.TryCreate("😀😀", 2, out _, out _));
        Assert.False(Nick.TryCreate("😀😀😀", 2, out _, out var refusal));
        Assert.Equal(Refusal.NicknameTooLong, refusal);
        Assert.False(Nick.TryCreate(new string('a', 101), 200, out _, out _));
    }

    [Theory]
    [InlineData(0x00, 0x1F)]
    [InlineData(0x7F, 0x9F)]
    [InlineData(0x2028, 0x2029)]
    [InlineData(0x202A, 0x202E)]
    [InlineData(0x2066, 0x2069)]
    [InlineData(0xD800, 0xDFFF)]
    [InlineData(0xFDD0, 0xFDEF)]
    [InlineData(0xFFFE, 0xFFFF)]
    public void Control_characters_separators_and_overrides_are_refused(int first, int last)
    {
        for (var value = first; value <= last; value++)
        {
            Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"{(char)value}ab"));
            Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"a{(char)value}b"));
            Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"ab{(char)value}"));
        }
    }

    [Theory]
    [InlineData(0x00AD, 0x00AD)]
    [InlineData(0x034F, 0x034F)]
    [InlineData(0x061C, 0x061C)]
    [InlineData(0x115F, 0x1160)]
    [InlineData(0x1680, 0x1680)]
    [InlineData(0x17B4, 0x17B5)]
    [InlineData(0x180B, 0x180F)]
    [InlineData(0x200B, 0x200F)]
    [InlineData(0x2060, 0x206F)]
    [InlineData(0x2800, 0x2800)]
    [InlineData(0x3164, 0x3164)]
    [InlineData(0xFE00, 0xFE0F)]
    [InlineData(0xFEFF, 0xFEFF)]
    [InlineData(0xFFA0, 0xFFA0)]
    [InlineData(0xFFF0, 0xFFFC)]
    [InlineData(0x1BCA0, 0x1BCA3)]
    [InlineData(0x1D159, 0x1D159)]
    [InlineData(0x1D173, 0x1D17A)]
    [InlineData(0xE0000, 0xE0FFF)]
    public void Invisible_characters_are_refused_but_recalled_in_old_nicknames(int first, int last)
    {
        for (var value = first; value <= last; value++)
        {
            if (value is 0x2065 or (>= 0xFFFE and <= 0xFFFF)) continue;
            var character = char.ConvertFromUtf32(value);
            string[] texts =
                [character, $"{character}eve", $"e{character}ve", $"eve{character}", $"{character}{character}"];
            foreach (var text in texts)
                Assert.Equal((Refusal.NicknameInvalid, $"{value:X}"), (RefusalOf(text), $"{value:X}"));
            if (value != 0x1680) Assert.Equal(value is < 0x2066 or > 0x2069, Nick.TryRecall($"e{character}ve", out _));
        }
    }

    [Theory]
    [InlineData("a  b")]
    [InlineData("a \u00A0b")]
    [InlineData("a\u3000\u3000b")]
    [InlineData("ann\u200D")]
    [InlineData("\u200Dann")]
    [InlineData("a\u200Db")]
    [InlineData("😀\u200D")]
    [InlineData("\u200D😀")]
    [InlineData("😀\u200Da")]
    [InlineData("a\u200D😀")]
    [InlineData("😀\u200D\u200D😀")]
    [InlineData("😀\uFE0F")]
    [InlineData("ann\uFE0F")]
    [InlineData("\uFE0F")]
    [InlineData("1\uFE0F")]
    [InlineData("❤\uFE0F\uFE0F")]
    [InlineData("❤\uFE0E")]
    [InlineData("■\uFE0F")]
    [InlineData("🏴\U000E0067\U000E0062\U000E007F")]
    [InlineData("می\u200Cنا")]
    public void Double_white_space_and_joiners_without_effect_are_refused(string text) =>
        Assert.Equal(Refusal.NicknameInvalid, RefusalOf(text));

    [Theory]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("👩🏽‍💻 ann")]
    [InlineData("❤️")]
    [InlineData("❤️‍🔥")]
    [InlineData("🏳️‍🌈")]
    [InlineData("🏴‍☠️")]
    [InlineData("🧑🏿‍⚕️")]
    [InlineData("🏃‍➡️")]
    [InlineData("1️⃣ #️⃣")]
    [InlineData("☀️ann☀️")]
    [InlineData("©️™️")]
    [InlineData("🇩🇪")]
    [InlineData("👍🏽")]
    [InlineData("e\u0301")]
    [InlineData("நிலா")]
    [InlineData("ภาษาไทย")]
    [InlineData("\u0600\u0661")]
    public void Emoji_and_combining_marks_are_valid(string text) => Assert.Null(RefusalOf(text));

    [Fact]
    public void Surrogates_in_the_wrong_order_are_refused() =>
        Assert.Equal(Refusal.NicknameInvalid, RefusalOf("a\uDE00\uD83Db"));

    [Theory]
    [InlineData(' ')]
    [InlineData('\u00A0')]
    [InlineData('\u2003')]
    [InlineData('\u3000')]
    public void White_space_is_valid_inside_but_not_at_the_ends(char space)
    {
        Assert.Null(RefusalOf($"a{space}b"));
        Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"{space}b"));
        Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"a{space}"));
        Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"{space}"));
    }

    [Fact]
    public void Any_text_is_accepted_or_refused() =>
        Property.HoldsFor(Arbitrary.Text, text => RefusalOf(text), times: 2000);
}

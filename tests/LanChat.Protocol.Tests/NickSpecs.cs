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
    public void A_name_is_kept_as_it_was_given(string text) => Assert.Null(RefusalOf(text));

    [Fact]
    public void No_name_is_refused() => Assert.Equal(Refusal.NicknameEmpty, RefusalOf(""));

    [Theory]
    [InlineData("a")]
    [InlineData("豆")]
    [InlineData("😀")]
    public void A_name_has_at_most_a_hundred_characters_whatever_they_take_in_memory(string character)
    {
        Assert.Null(RefusalOf(string.Concat(Enumerable.Repeat(character, 100))));
        Assert.Equal(Refusal.NicknameTooLong, RefusalOf(string.Concat(Enumerable.Repeat(character, 101))));
    }

    [Fact]
    public void A_server_may_allow_fewer_characters_but_not_more()
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
    public void Controls_separators_overrides_isolates_and_what_is_no_character_are_refused_anywhere(int first, int last)
    {
        for (var value = first; value <= last; value++)
        {
            Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"{(char)value}ab"));
            Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"a{(char)value}b"));
            Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"ab{(char)value}"));
        }
    }

    [Fact]
    public void Half_a_character_is_refused_also_when_the_halves_are_in_the_wrong_order() =>
        Assert.Equal(Refusal.NicknameInvalid, RefusalOf("a\uDE00\uD83Db"));

    [Theory]
    [InlineData(' ')]
    [InlineData('\u00A0')]
    [InlineData('\u2003')]
    [InlineData('\u3000')]
    public void White_space_is_allowed_inside_but_not_at_the_ends(char space)
    {
        Assert.Null(RefusalOf($"a{space}b"));
        Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"{space}b"));
        Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"a{space}"));
        Assert.Equal(Refusal.NicknameInvalid, RefusalOf($"{space}"));
    }

    [Fact]
    public void Any_text_is_either_a_name_or_refused() => Property.HoldsFor(Arbitrary.Text, text => RefusalOf(text), times: 2000);
}

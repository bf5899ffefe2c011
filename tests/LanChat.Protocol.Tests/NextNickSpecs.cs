namespace LanChat.Protocol.Tests;

public sealed class NextNickSpecs
{
    private static Nick NickOf(string text)
    {
        Assert.True(Nick.TryCreate(text, out var nick, out _));
        return nick;
    }

    [Theory]
    [InlineData("小糖豆", "小糖豆_2")]
    [InlineData("ann_2", "ann_3")]
    [InlineData("ann_9", "ann_10")]
    [InlineData("ann_99", "ann_100")]
    [InlineData("ann_998", "ann_999")]
    [InlineData("ann_1", "ann_1_2")]
    [InlineData("ann_0", "ann_0_2")]
    [InlineData("ann_02", "ann_02_2")]
    [InlineData("ann_2024", "ann_2024_2")]
    [InlineData("ann_２", "ann_２_2")]
    [InlineData("ann_+2", "ann_+2_2")]
    [InlineData("ann_2x", "ann_2x_2")]
    [InlineData("ann_2_2", "ann_2_3")]
    [InlineData("_2", "_2_2")]
    [InlineData("ann_", "ann__2")]
    [InlineData("2", "2_2")]
    [InlineData("系统消息2", "系统消息2_2")]
    public void A_taken_nickname_gets_the_next_number(string taken, string next)
    {
        Assert.True(NickOf(taken).TryNext(100, out var nick));

        Assert.Equal(next, nick.Text);
    }

    [Fact]
    public void Old_clients_expect_the_same_suffix_again()
    {
        Assert.True(NickOf("小糖豆").TryNextOfOld(100, out var second));
        Assert.True(second.TryNextOfOld(100, out var third));

        Assert.Equal(("小糖豆_2", "小糖豆_2_2"), (second.Text, third.Text));
        Assert.False(NickOf(new string('a', 99)).TryNextOfOld(100, out _));
    }

    [Fact]
    public void A_next_nickname_that_is_too_long_does_not_exist()
    {
        Assert.True(NickOf(new string('a', 98)).TryNext(100, out var longest));
        Assert.Equal(new string('a', 98) + "_2", longest.Text);

        Assert.False(NickOf(new string('a', 99)).TryNext(100, out _));
        Assert.False(NickOf(new string('a', 98) + "_9").TryNext(100, out _));
        Assert.False(NickOf("bob").TryNext(4, out _));
    }

    [Fact]
    public void The_next_nicknames_are_finite()
    {
        var nick = NickOf("a");
        var tries = 0;
        while (nick.TryNext(100, out nick)) tries++;

        Assert.Equal(998, tries);
    }
}

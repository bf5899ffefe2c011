namespace LanChat.Protocol.Tests;

public sealed class NextNickSpecs
{
    private static Nick NickOf(string text)
    {
        Assert.True(Nick.TryCreate(text, out var nick, out _));
        return nick;
    }

    [Fact]
    public void A_taken_name_gets_an_ending_and_another_one_until_it_is_free()
    {
        Assert.True(NickOf("小糖豆").TryNext(100, out var second));
        Assert.True(second.TryNext(100, out var third));

        Assert.Equal("小糖豆_2", second.Text);
        Assert.Equal("小糖豆_2_2", third.Text);
    }

    [Fact]
    public void There_is_no_next_name_when_it_would_be_too_long()
    {
        Assert.True(NickOf(new string('a', 98)).TryNext(100, out var longest));
        Assert.Equal(new string('a', 98) + "_2", longest.Text);

        Assert.False(longest.TryNext(100, out _));
        Assert.False(NickOf(new string('a', 99)).TryNext(100, out _));
        Assert.False(NickOf("bob").TryNext(4, out _));
    }

    [Fact]
    public void Every_name_runs_out_of_next_ones()
    {
        var nick = NickOf("a");
        var tries = 0;
        while (nick.TryNext(100, out nick)) tries++;

        Assert.Equal(49, tries);
    }
}

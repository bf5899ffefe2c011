namespace LanChat.Protocol.Tests;

public sealed class NickKeySpecs
{
    private static Nick NickOf(string text)
    {
        Assert.True(Nick.TryCreate(text, out var nick, out _));
        return nick;
    }

    [Theory]
    [InlineData("bob", "BOB")]
    [InlineData("bob", "ｂｏｂ")]
    [InlineData("bob", "ＢＯＢ")]
    [InlineData("José", "JOSE\u0301")]
    [InlineData("ﬁn", "FIN")]
    [InlineData("①", "1")]
    [InlineData("Straße", "STRAßE")]
    [InlineData("ΣΙΣΥΦΟΣ", "σισυφος")]
    [InlineData("\u212A", "k")]
    [InlineData("ｶﾞ", "ガ")]
    [InlineData("иван", "ИВАН")]
    public void Equality_ignores_case_and_compatibility_forms(string one, string other)
    {
        Assert.Equal(NickOf(one), NickOf(other));
        Assert.Equal(NickOf(one).Key, NickOf(other).Key);
        Assert.Equal(NickOf(one).GetHashCode(), NickOf(other).GetHashCode());
        Assert.True(NickOf(one) == NickOf(other));
    }

    [Theory]
    [InlineData("bob", "rob")]
    [InlineData("bob", "bob_2")]
    [InlineData("a b", "ab")]
    [InlineData("jose", "José")]
    [InlineData("小糖豆", "小糖")]
    public void Other_nicknames_are_not_equal(string one, string other) => Assert.NotEqual(NickOf(one), NickOf(other));

    [Fact]
    public void A_key_is_the_same_in_any_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("tr-TR");
            Assert.Equal(NickOf("title").Key, NickOf("TITLE").Key);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("系统消息")]
    [InlineData("服务器")]
    [InlineData("服务\uFA38")]
    [InlineData("系统消息。")]
    [InlineData("【系统消息】")]
    [InlineData("系 统 消 息")]
    [InlineData("系统-消息")]
    [InlineData("系统消息！")]
    [InlineData("~系统消息~")]
    [InlineData("系统消息🎉")]
    [InlineData("系统消\u0301息")]
    [InlineData("服务器:")]
    [InlineData("*服务器*")]
    [InlineData("_服务器_")]
    public void The_names_of_the_room_are_reserved(string text)
    {
        Assert.False(Nick.TryCreate(text, out _, out var refusal));
        Assert.Equal(Refusal.NicknameReserved, refusal);
        Assert.Equal(text is not ("系统消息" or "服务器" or "服务\uFA38"), Nick.TryRecall(text, out _));
    }

    [Theory]
    [InlineData("系统消息\u200b")]
    [InlineData("\u2060服务器")]
    public void Invisible_characters_do_not_evade_reserved_names(string text) =>
        Assert.False(Nick.TryCreate(text, out _, out _));
}

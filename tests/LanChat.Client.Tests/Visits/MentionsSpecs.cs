using LanChat.Client.Visits;

namespace LanChat.Client.Tests.Visits;

public sealed class MentionsSpecs
{
    [Theory]
    [InlineData("Ann", "Ann")]
    [InlineData("hi ann!", "Ann")]
    [InlineData("@Ann: look", "Ann")]
    [InlineData("Annabel and Ann", "Ann")]
    [InlineData("小明你好", "小明")]
    [InlineData("问问Ann吧", "Ann")]
    [InlineData("to k.o.: yes", "k.o.")]
    public void A_name_is_found(string text, string nickname) => Assert.True(Mentions.Names(text, nickname));

    [Theory]
    [InlineData("Annabel", "Ann")]
    [InlineData("JoAnn", "Ann")]
    [InlineData("Ann_2", "Ann")]
    [InlineData("", "Ann")]
    [InlineData("anything", "")]
    public void Other_words_are_not(string text, string nickname) => Assert.False(Mentions.Names(text, nickname));
}

using LanChat.Client.Emoji;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Emoji;

public sealed class EmojiTextSpecs
{
    [Theory]
    [InlineData(":smile:", "😄")]
    [InlineData("well done :tada::tada: :+1:", "well done 🎉🎉 👍")]
    [InlineData("你好:smile:世界", "你好😄世界")]
    [InlineData("great:tada:", "great🎉")]
    [InlineData("(:heart:)", "(❤️)")]
    [InlineData("a:tada::fire:b", "a🎉🔥b")]
    [InlineData(":nope: :fire::nope:", ":nope: 🔥:nope:")]
    public void Known_codes_become_emoji(string typed, string said) => Assert.Equal(said, EmojiText.In(typed));

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("::")]
    [InlineData(":smile")]
    [InlineData(":Smile:")]
    [InlineData(":nope:")]
    [InlineData(": smile :")]
    [InlineData("std::key::of")]
    [InlineData("::key::")]
    [InlineData("key:lock:value")]
    [InlineData("key:lock::value")]
    [InlineData("at 12:100:30")]
    [InlineData("fe80::100:1")]
    [InlineData("aa**")]
    [InlineData("``#:smile:")]
    [InlineData("e\u0301 ﬁ \u00A0 ｆｕｌｌ")]
    public void Other_text_is_unchanged(string text) => Assert.Equal(text, EmojiText.In(text));

    [Fact]
    public void Codes_are_replaced_in_texts_but_not_in_names()
    {
        Assert.Equal(new ClientMessage.Tell(":fire:", "🔥"), EmojiText.In(new ClientMessage.Tell(":fire:", ":fire:")));
        Assert.Equal(new ClientMessage.Rename(":fire:"), EmojiText.In(new ClientMessage.Rename(":fire:")));
        Assert.Equal(new ClientMessage.Act("🔥"), EmojiText.In(new ClientMessage.Act(":fire:")));
    }
}

using System.Globalization;
using LanChat.Client.Emoji;

namespace LanChat.Client.Tests.Emoji;

public sealed class EmojiCodesSpecs
{
    [Fact]
    public void Each_code_can_be_typed_and_is_one_emoji()
    {
        Assert.True(EmojiCodes.All.Length > 300);
        Assert.Equal(EmojiCodes.All.Length, EmojiCodes.All.DistinctBy(one => one.Key).Count());
        Assert.All(EmojiCodes.All, one =>
        {
            Assert.NotEmpty(one.Key);
            Assert.All(one.Key, unit => Assert.True(EmojiCodes.IsCodeChar(unit)));
            Assert.Equal(1, new StringInfo(one.Value).LengthInTextElements);
            Assert.Contains(one.Value, unit => !char.IsAscii(unit));
            Assert.DoesNotContain(one.Value, char.IsWhiteSpace);
        });
    }

    [Theory]
    [InlineData("smile", "😄")]
    [InlineData("+1", "👍")]
    [InlineData("thumbsup", "👍")]
    [InlineData("heart", "❤️")]
    public void Common_codes_are_known(string code, string emoji)
    {
        Assert.True(EmojiCodes.TryGet(code, out var found));
        Assert.Equal(emoji, found);
    }

    [Fact]
    public void Matches_are_ordered_exact_then_prefix_then_contained()
    {
        string[] some = ["heartbeat", "heart", "black_heart", "hearts"];

        Assert.Equal(["heart", "heartbeat", "hearts", "black_heart"], Codes("heart").Where(some.Contains));
        Assert.Equal("cat", Codes("cat").First());
    }

    [Fact]
    public void An_unknown_code_has_no_matches() => Assert.Empty(Codes("nope"));

    private static IEnumerable<string> Codes(string part) => EmojiCodes.Matching(part).Select(one => one.Key);
}

using System.Reflection;
using LanChat.Protocol;

namespace LanChat.Texts.Tests;

public sealed class RefusalTextsSpecs
{
    [Fact]
    public void Every_refusal_of_the_protocol_is_known_in_both_languages_and_no_other_is()
    {
        var codes = typeof(Refusal).GetFields(BindingFlags.Public | BindingFlags.Static).Select(
            field => ((Refusal)field.GetValue(null)!).Code);

        Assert.Equal(codes.Order(), RefusalTexts.Codes.Order());
        Assert.All(RefusalTexts.Codes, code => Assert.Matches(
            @"^[A-Z][^\p{IsCJKUnifiedIdeographs}]*\.$", RefusalTexts.Of(code, "unknown")));
        Assert.All(RefusalTexts.Codes, code => Assert.Matches(
            @"\p{IsCJKUnifiedIdeographs}.*。$",
            Speaking.In(Language.Chinese, () => RefusalTexts.Of(code, "unknown"))));
    }

    [Fact]
    public void It_is_said_in_the_language_that_is_spoken()
    {
        Assert.Equal("The room is full.", RefusalTexts.Of("room-full", "The room is full."));
        Assert.Equal("房间已满。", Speaking.In(Language.Chinese, () => RefusalTexts.Of("room-full", "The room is full.")));
    }

    [Fact]
    public void One_that_is_not_known_is_said_as_it_was_sent() =>
        Assert.Equal("No smoking.", Speaking.In(Language.Chinese, () => RefusalTexts.Of("no-smoking", "No smoking.")));
}

using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class EscapingSpecs
{
    private static string Written(string text) => Events.Written(JsonEncoder.Line, new RoomEvent.NoticeShown(text));

    [Theory]
    [InlineData("大家好【】「」,!")]
    [InlineData("é ß ж あ ㄅ 한 ﷽ €")]
    [InlineData("a😀😀b𝒳 上")]
    [InlineData("<a href='x'>&amp;+/`</a>")]
    public void Printable_text_is_not_escaped(string text) => Assert.Contains($"\"{text}\"", Written(text));

    [Theory]
    [InlineData('"', "\\\"")]
    [InlineData('\\', "\\\\")]
    [InlineData('\n', "\\n")]
    [InlineData('\r', "\\r")]
    [InlineData('\t', "\\t")]
    [InlineData('\b', "\\b")]
    [InlineData('\f', "\\f")]
    public void Quotes_and_backslashes_are_escaped(char character, string escaped) =>
        Assert.Contains($"\"a{escaped}b\"", Written($"a{character}b"));

    /// <summary>Raw frames in a terminal cannot be abused by other members.</summary>
    [Fact]
    public void Control_characters_are_escaped()
    {
        var controls = Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(value => (char)value);
        foreach (var control in controls)
        {
            var frame = Written($"a{control}b").TrimEnd('\n');
            Assert.DoesNotContain(frame, char.IsControl);
            AssertJson($$"""{"code": 4, "msg": "群公告", "data": "a\u{{(int)control:x4}}b"}""", frame);
        }
    }

    [Fact]
    public void Emoji_are_preserved() =>
        AssertJson("""{"code": 4, "msg": "群公告", "data": "😀"}""", Written("😀"));

    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_character() =>
        AssertJson("""{"code": 4, "msg": "群公告", "data": "a\ufffdb\ufffd😀"}""", Written("a\uD83Db\uDE00😀"));
}

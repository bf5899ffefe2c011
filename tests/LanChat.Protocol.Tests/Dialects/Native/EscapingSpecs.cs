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
    public void Text_is_written_as_it_is(string text) => Assert.Contains($"\"{text}\"", Written(text));

    [Theory]
    [InlineData('"', "\\\"")]
    [InlineData('\\', "\\\\")]
    [InlineData('\n', "\\n")]
    [InlineData('\r', "\\r")]
    [InlineData('\t', "\\t")]
    [InlineData('\b', "\\b")]
    [InlineData('\f', "\\f")]
    public void What_json_demands_is_escaped(char character, string escaped) =>
        Assert.Contains($"\"a{escaped}b\"", Written($"a{character}b"));

    /// <summary>
    /// Whoever watches the bare frames in a terminal is safe from what others say.
    /// </summary>
    [Fact]
    public void No_control_character_is_written_as_it_is()
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
    public void Emoji_arrive_as_they_were_sent() =>
        AssertJson("""{"code": 4, "msg": "群公告", "data": "😀"}""", Written("😀"));

    [Fact]
    public void Half_a_character_becomes_a_replacement_character() =>
        AssertJson("""{"code": 4, "msg": "群公告", "data": "a\ufffdb\ufffd😀"}""", Written("a\uD83Db\uDE00😀"));
}

using System.Text;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Tests.Text;

public sealed class JsonStreamSpecs
{
    /// <summary>
    /// Parses these chunks up to the first refusal; a refusal is its code in angle brackets.
    /// </summary>
    private static List<string> Parse(int longest, params IEnumerable<byte[]> pieces)
    {
        var stream = new JsonStream(longest);
        List<string> all = [];
        foreach (var piece in pieces)
        {
            ReadOnlySpan<byte> bytes = piece;
            while (stream.TryTake(ref bytes, out var text, out var refusal))
            {
                Assert.True(text is null ^ refusal is null);
                all.Add(text ?? $"<{refusal!.Code}>");
                if (text is null) return all;
            }

            Assert.True(bytes.IsEmpty);
        }

        return all;
    }

    private static List<string> Parse(params IEnumerable<byte[]> pieces) => Parse(64, pieces);

    /// <summary>Expects these objects for every split in three and byte by byte.</summary>
    private static void ExpectObjects(string[] expected, byte[] script)
    {
        Assert.Equal(expected, Parse(script));
        Assert.Equal(expected, Parse(script.Select(value => new[] { value })));
        for (var first = 0; first <= script.Length; first++)
        {
            for (var second = first; second <= script.Length; second++)
                Assert.Equal(expected, Parse(script[..first], script[first..second], script[second..]));
        }
    }

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("{\"a\":1}{}{\"b\":[{}]}", "{\"a\":1}", "{}", "{\"b\":[{}]}")]
    [InlineData(" \t\r\n{} \n {}\n{", "{}", "{}")]
    [InlineData("{\"a\":\"}{\\\"}\\\\\"}{\"a\":\"[\"}", "{\"a\":\"}{\\\"}\\\\\"}", "{\"a\":\"[\"}")]
    [InlineData("{\"小糖豆\":\"😀\"}{\"é\":\"豆\"}", "{\"小糖豆\":\"😀\"}", "{\"é\":\"豆\"}")]
    [InlineData("{\"a\":\"豆\\\"}\"}{\"a\":\"豆\\\\\"}", "{\"a\":\"豆\\\"}\"}", "{\"a\":\"豆\\\\\"}")]
    [InlineData("{not json}{]{}", "{not json}", "{]", "{}")]
    public void Objects_end_at_their_closing_bracket(string script, params string[] objects) =>
        ExpectObjects(objects, Encoding.UTF8.GetBytes(script));

    [Theory]
    [InlineData("{\"a\":\"你好\"}{\"a\":\"小糖豆\"}", "{\"a\":\"你好\"}", "{\"a\":\"小糖豆\"}")]
    [InlineData("{\"許\":\"功蓋\"}{}", "{\"許\":\"功蓋\"}", "{}")]
    [InlineData("{\"a\":\"誠\\\"誠\\\\\"}{}", "{\"a\":\"誠\\\"誠\\\\\"}", "{}")]
    public void An_object_may_be_GBK(string script, params string[] objects) =>
        ExpectObjects(objects, Gbk.Bytes(script));

    [Fact]
    public void The_second_byte_of_a_GBK_character_may_be_any_JSON_character()
    {
        // Every character with this second byte, at the end of a text and in the middle.
        for (var first = 0x81; first <= 0xFE; first++)
        {
            foreach (var second in "{}[]\\"u8)
            {
                byte[] character = [(byte)first, second];
                if (!WireText.TryDecode(character, out var text)) continue;
                byte[] script = [.. "{\"a\":\"x"u8, .. character, .. "\"}{\"b\":\""u8, .. character, .. "y\"}"u8];

                Assert.Equal([$"{{\"a\":\"x{text}\"}}", $"{{\"b\":\"{text}y\"}}"], Parse(script));
            }
        }
    }

    [Fact]
    public void GBK_and_UTF_8_objects_can_be_mixed() => ExpectObjects(
        ["{\"a\":\"你好\"}", "{\"a\":\"豆\"}", "{\"a\":\"你好\"}"],
        [.. Gbk.Bytes("{\"a\":\"你好\"}"), .. "{\"a\":\"豆\"}"u8, .. Gbk.Bytes("{\"a\":\"你好\"}")]);

    [Fact]
    public void A_quote_is_not_the_second_byte_of_a_character() =>
        ExpectObjects(["<not-text>"], [.. "{\"a\":\""u8, 0xFF, .. "\"}"u8]);

    [Theory]
    [InlineData(new byte[] { 0xC4, (byte)'"', (byte)'}' })]
    [InlineData(new byte[] { 0xE8, 0xB1, 0x86, (byte)'"', (byte)':', 0xE8, 0xB1, (byte)'"' })]
    [InlineData(new byte[] { 0x81, 0x20 })]
    public void Invalid_UTF_8_and_GBK_is_refused_at_once(byte[] bytes) =>
        ExpectObjects(["<not-text>"], [.. "{\"a\":\""u8, .. bytes]);

    [Fact]
    public void NUL_is_not_text() => ExpectObjects(["{}", "<not-text>"], "{}{\"a\":\"\0\"}{}"u8.ToArray());

    [Theory]
    [InlineData("hello", "h")]
    [InlineData("1", "1")]
    [InlineData("\"a\"", "\"")]
    [InlineData(",{}", ",", "{}")]
    [InlineData("\u0016\u0003\u0001", "\u0016", "\u0003", "\u0001")]
    [InlineData("[]{}", "[]", "{}")]
    public void Input_that_is_no_object_is_passed_on_to_be_refused(string script, params string[] first) =>
        Assert.StartsWith(string.Concat(first), string.Concat(Parse(Encoding.UTF8.GetBytes(script))));

    [Theory]
    [InlineData("}{}")]
    [InlineData("]")]
    public void An_unmatched_closing_bracket_is_refused(string script) =>
        ExpectObjects(["<malformed>"], Encoding.UTF8.GetBytes(script));

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Nesting_above_the_maximum_is_refused_at_once(char opens, char closes)
    {
        string Nested(int depth) => "{\"a\":" + new string(opens, depth - 1) + new string(closes, depth - 1) + "}";

        Assert.Equal([Nested(64)], Parse(1000, Encoding.UTF8.GetBytes(Nested(64))));
        Assert.Equal(["<malformed>"], Parse(1000, Encoding.UTF8.GetBytes(Nested(65))));
        Assert.Equal(["<malformed>"], Parse(10_000, Encoding.UTF8.GetBytes(Nested(1000))));
        Assert.Equal(["<malformed>"], Parse(1000, Encoding.UTF8.GetBytes("{\"a\":" + new string(opens, 64))));
    }

    [Fact]
    public void An_object_above_the_maximum_length_is_refused()
    {
        byte[] script = [.. "{\"a\":\"1234\"}"u8, .. "{\"a\":\"12345\"}"u8];
        for (var cut = 0; cut <= script.Length; cut++)
            Assert.Equal(["{\"a\":\"1234\"}", "<line-too-long>"], Parse(12, script[..cut], script[cut..]));

        Assert.Equal(["<line-too-long>"], Parse(12, "{\"a\":\"123456"u8.ToArray()));
        Assert.Empty(Parse(12, "{\"a\":\"12345"u8.ToArray()));
    }
}

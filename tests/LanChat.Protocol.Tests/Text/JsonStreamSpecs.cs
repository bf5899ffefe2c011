using System.Text;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Tests.Text;

public sealed class JsonStreamSpecs
{
    /// <summary>
    /// What the stream gives for these pieces, up to the first refusal: texts, and reasons in angle
    /// brackets.
    /// </summary>
    private static List<string> Taken(int longest, params IEnumerable<byte[]> pieces)
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

    private static List<string> Taken(params IEnumerable<byte[]> pieces) => Taken(64, pieces);

    /// <summary>The same however it is cut in three, and byte by byte.</summary>
    private static void Takes(string[] expected, byte[] script)
    {
        Assert.Equal(expected, Taken(script));
        Assert.Equal(expected, Taken(script.Select(value => new[] { value })));
        for (var first = 0; first <= script.Length; first++)
        {
            for (var second = first; second <= script.Length; second++)
                Assert.Equal(expected, Taken(script[..first], script[first..second], script[second..]));
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
    public void Objects_end_where_their_brackets_do(string script, params string[] objects) =>
        Takes(objects, Encoding.UTF8.GetBytes(script));

    [Theory]
    [InlineData("{\"a\":\"你好\"}{\"a\":\"小糖豆\"}", "{\"a\":\"你好\"}", "{\"a\":\"小糖豆\"}")]
    [InlineData("{\"許\":\"功蓋\"}{}", "{\"許\":\"功蓋\"}", "{}")]
    [InlineData("{\"a\":\"誠\\\"誠\\\\\"}{}", "{\"a\":\"誠\\\"誠\\\\\"}", "{}")]
    public void An_object_may_be_gbk(string script, params string[] objects) => Takes(objects, Gbk.Bytes(script));

    [Fact]
    public void The_second_half_of_a_character_of_gbk_may_look_like_anything_that_json_knows()
    {
        // Every character whose second byte is one of these, at the end of a text and in its
        // middle.
        for (var first = 0x81; first <= 0xFE; first++)
        {
            foreach (var second in "{}[]\\"u8)
            {
                byte[] character = [(byte)first, second];
                if (!WireText.TryDecode(character, out var text)) continue;
                byte[] script = [.. "{\"a\":\"x"u8, .. character, .. "\"}{\"b\":\""u8, .. character, .. "y\"}"u8];

                Assert.Equal([$"{{\"a\":\"x{text}\"}}", $"{{\"b\":\"{text}y\"}}"], Taken(script));
            }
        }
    }

    [Fact]
    public void One_object_may_be_gbk_and_the_next_utf8() => Takes(
        ["{\"a\":\"你好\"}", "{\"a\":\"豆\"}", "{\"a\":\"你好\"}"],
        [.. Gbk.Bytes("{\"a\":\"你好\"}"), .. "{\"a\":\"豆\"}"u8, .. Gbk.Bytes("{\"a\":\"你好\"}")]);

    [Fact]
    public void A_quote_is_no_half_of_a_character() =>
        Takes(["<not-text>"], [.. "{\"a\":\""u8, 0xFF, .. "\"}"u8]);

    [Theory]
    [InlineData(new byte[] { 0xC4, (byte)'"', (byte)'}' })]
    [InlineData(new byte[] { 0xE8, 0xB1, 0x86, (byte)'"', (byte)':', 0xE8, 0xB1, (byte)'"' })]
    [InlineData(new byte[] { 0x81, 0x20 })]
    public void What_is_neither_utf8_nor_gbk_is_refused_at_once(byte[] bytes) =>
        Takes(["<not-text>"], [.. "{\"a\":\""u8, .. bytes]);

    [Fact]
    public void Nul_is_no_text() => Takes(["{}", "<not-text>"], "{}{\"a\":\"\0\"}{}"u8.ToArray());

    [Theory]
    [InlineData("hello", "h")]
    [InlineData("1", "1")]
    [InlineData("\"a\"", "\"")]
    [InlineData(",{}", ",", "{}")]
    [InlineData("\u0016\u0003\u0001", "\u0016", "\u0003", "\u0001")]
    [InlineData("[]{}", "[]", "{}")]
    public void What_is_no_object_is_cut_for_its_reader_to_refuse(string script, params string[] first) =>
        Assert.StartsWith(string.Concat(first), string.Concat(Taken(Encoding.UTF8.GetBytes(script))));

    [Theory]
    [InlineData("}{}")]
    [InlineData("]")]
    public void A_bracket_that_closes_nothing_is_refused(string script) =>
        Takes(["<malformed>"], Encoding.UTF8.GetBytes(script));

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Nesting_is_bounded_and_refused_as_soon_as_it_is_too_deep(char opens, char closes)
    {
        string Nested(int depth) => "{\"a\":" + new string(opens, depth - 1) + new string(closes, depth - 1) + "}";

        Assert.Equal([Nested(64)], Taken(1000, Encoding.UTF8.GetBytes(Nested(64))));
        Assert.Equal(["<malformed>"], Taken(1000, Encoding.UTF8.GetBytes(Nested(65))));
        Assert.Equal(["<malformed>"], Taken(10_000, Encoding.UTF8.GetBytes(Nested(1000))));
        Assert.Equal(["<malformed>"], Taken(1000, Encoding.UTF8.GetBytes("{\"a\":" + new string(opens, 64))));
    }

    [Fact]
    public void An_object_may_be_just_as_long_as_allowed()
    {
        byte[] script = [.. "{\"a\":\"1234\"}"u8, .. "{\"a\":\"12345\"}"u8];
        for (var cut = 0; cut <= script.Length; cut++)
            Assert.Equal(["{\"a\":\"1234\"}", "<line-too-long>"], Taken(12, script[..cut], script[cut..]));

        Assert.Equal(["<line-too-long>"], Taken(12, "{\"a\":\"123456"u8.ToArray()));
        Assert.Empty(Taken(12, "{\"a\":\"12345"u8.ToArray()));
    }
}

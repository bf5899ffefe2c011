using System.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class MalformedRequestSpecs
{
    private static void Refused(Refusal reason, ReadOnlySpan<byte> line) => Assert.Equal(
        [Enter("bob"), Invalid(reason)],
        new ConversationDriver().Receive(
            [.. "{\"hello\":1,\"nick\":\"bob\"}\n"u8, .. line, .. "\n{\"say\":\"more\"}\n"u8]).End().Messages);

    [Theory]
    [InlineData("hello")]
    [InlineData("\"hello\"")]
    [InlineData("[\"say\"]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{\"say\"}")]
    [InlineData("{\"say\":}")]
    [InlineData("{\"say\":\"hello}")]
    [InlineData("{\"say\":\"hello\"")]
    [InlineData("{\"say\":\"hello\",}")]
    [InlineData("{say:\"hello\"}")]
    [InlineData("{'say':'hello'}")]
    [InlineData("{\"say\":\"hello\"} {\"say\":\"hello\"}")]
    [InlineData("{\"say\":\"hello\"}]")]
    [InlineData("{\"say\":\"hello\"} //")]
    [InlineData("{\"say\":\"hello\",\"x\":tru}")]
    [InlineData("{\"say\":\"a\tb\"}")]
    [InlineData("{\"say\":\"\\x41\"}")]
    [InlineData("\uFEFF{\"say\":\"hello\"}")]
    public void A_line_that_is_not_one_object_is_malformed(string line) =>
        Refused(Refusal.Malformed, Encoding.UTF8.GetBytes(line));

    [Theory]
    [InlineData("{\"say\":1}")]
    [InlineData("{\"say\":null}")]
    [InlineData("{\"say\":[\"hello\"]}")]
    [InlineData("{\"say\":{\"say\":\"hello\"}}")]
    [InlineData("{\"say\":true,\"say\":\"hello\"}")]
    [InlineData("{\"pong\":\"1\"}")]
    [InlineData("{\"pong\":1.5}")]
    [InlineData("{\"pong\":1e3}")]
    [InlineData("{\"pong\":9223372036854775808}")]
    [InlineData("{\"say\":\"hello\",\"nick\":1}")]
    [InlineData("{\"tell\":1,\"to\":\"ann\"}")]
    [InlineData("{\"tell\":\"hello\",\"to\":[\"ann\"]}")]
    [InlineData("{\"act\":{}}")]
    [InlineData("{\"ignore\":1}")]
    [InlineData("{\"list\":null}")]
    public void A_field_of_another_type_is_malformed(string line) =>
        Refused(Refusal.Malformed, Encoding.UTF8.GetBytes(line));

    [Theory]
    [InlineData("{\"say\":\"\\ud800\"}")]
    [InlineData("{\"say\":\"\\udc00\\ud800\"}")]
    [InlineData("{\"say\":\"\\ud83d\"}")]
    [InlineData("{\"say\":\"hello\",\"\\ud800\":1}")]
    [InlineData("{\"say\":\"\\ud83d \\ude00\"}")]
    public void A_lone_surrogate_is_malformed(string line) => Refused(Refusal.Malformed, Encoding.UTF8.GetBytes(line));

    [Theory]
    [InlineData("{\"say\":\"\\u0000\"}")]
    [InlineData("{\"say\":\"a\\u0000b\"}")]
    [InlineData("{\"tell\":\"a\\u0000b\",\"to\":\"ann\"}")]
    [InlineData("{\"act\":\"\\u0000\"}")]
    public void An_escaped_NUL_is_not_text(string line) => Refused(Refusal.NotText, Encoding.UTF8.GetBytes(line));

    [Fact]
    public void A_NUL_byte_and_invalid_UTF_8_are_malformed()
    {
        Refused(Refusal.Malformed, "{\"say\":\"a\0b\"}"u8);
        Refused(Refusal.Malformed, [.. "{\"say\":\""u8, 0xC4, 0xE3, .. "\"}"u8]);
        Refused(Refusal.Malformed, [.. "{\"x\":\""u8, 0xFF, .. "\",\"say\":\"hello\"}"u8]);
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Nesting_a_thousand_deep_is_malformed(char opens, char closes)
    {
        var begin = opens == '{' ? "{\"a\":" : "[";
        var nested = string.Concat(Enumerable.Repeat(begin, 1000)) + "1" + new string(closes, 1000);

        Refused(Refusal.Malformed, Encoding.UTF8.GetBytes($"{{\"x\":{nested},\"say\":\"hello\"}}"));
        Refused(Refusal.Malformed, Encoding.UTF8.GetBytes(nested));
    }
}

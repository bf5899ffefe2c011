using System.Text;
using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class RichGreetingSpecs
{
    [Theory]
    [InlineData("{\"hello\":1,\"nick\":\"bob\"}")]
    [InlineData("{\"nick\":\"bob\",\"hello\":1}")]
    [InlineData("{ \"hello\" : 2 , \"nick\" : \"bob\" } \t\r")]
    [InlineData("{\"hello\":1,\"nick\":\"\\u0062ob\",\"colour\":[1,{\"a\":null}],\"say\":\"ignored\"}")]
    [InlineData("{\"hello\":1,\"nick\":\"ann\",\"nick\":\"bob\"}")]
    [InlineData("{\"h\\u0065llo\":1,\"nick\":\"bob\"}")]
    public void A_hello_enters(string line) => Assert.Equal([Enter("bob")], new Listener().Reads(line + "\n").Heard);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("-1", -1)]
    public void A_hello_says_since_when_its_client_was_not_here(string number, long since) => Assert.Equal(
        [new ClientMessage.Enter("bob") { Since = since }],
        new Listener().Reads($"{{\"hello\":1,\"nick\":\"bob\",\"since\":{number}}}\n").Heard);

    [Fact]
    public void A_client_s_hello_is_understood() => Assert.Equal(
        [new ClientMessage.Enter("bob") { Since = 42 }], new Listener().Reads(RichRequest.Hello("bob", 42)).Heard);

    [Fact]
    public void It_says_which_history_the_last_message_belongs_to() => Assert.Equal(
        [new ClientMessage.Enter("bob") { Since = 42, Log = "0123456789abcdef" }],
        new Listener().Reads(RichRequest.Hello("bob", 42, log: "0123456789abcdef")).Heard);

    [Theory]
    [InlineData("{\"hello\":1,\"nick\":\"bob\",\"log\":7}")]
    [InlineData("{\"hello\":1,\"nick\":\"bob\",\"since\":\"1\"}")]
    [InlineData("{\"hello\":1,\"nick\":\"bob\",\"since\":1.5}")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{bob}")]
    [InlineData("{\"hello\":1}")]
    [InlineData("{\"nick\":\"bob\"}")]
    [InlineData("{\"hello\":0,\"nick\":\"bob\"}")]
    [InlineData("{\"hello\":-1,\"nick\":\"bob\"}")]
    [InlineData("{\"hello\":\"1\",\"nick\":\"bob\"}")]
    [InlineData("{\"hello\":true,\"nick\":\"bob\"}")]
    [InlineData("{\"hello\":1,\"nick\":7}")]
    [InlineData("{\"hello\":1,\"nick\":null}")]
    [InlineData("{\"hello\":1,\"nick\":\"\\ud800\"}")]
    [InlineData("{\"hello\":1,\"nick\":\"bob\"")]
    [InlineData("{\"hello\":1,\"nick\":\"bob\"}{}")]
    [InlineData("{\"hello\":1,\"nick\":\"bob\"} bob")]
    [InlineData("{\"hello\":1,\"nick\":\"bob\",}")]
    [InlineData("{\"say\":\"hello\"}")]
    public void A_first_line_that_begins_with_a_brace_is_a_hello_or_an_error(string line)
    {
        var listener = new Listener().Reads(line + "\n{\"say\":\"more\"}\n");

        Assert.Equal([Invalid(Refusal.Malformed)], listener.Heard);
        Assert.Same(JsonEncoder.Rich, listener.Conversation.Encoder);
    }

    [Fact]
    public void A_hello_is_in_utf8() =>
        Assert.Equal([Invalid(Refusal.Malformed)], new Listener().Reads(
            [.. "{\"hello\":1,\"nick\":\""u8, 0xC4, 0xE3, .. "\"}\n"u8]).Heard);

    [Fact]
    public void Whether_a_name_can_be_one_is_not_decided_here() =>
        Assert.Equal([Enter("a\0\u202E")], new Listener().Reads("{\"hello\":1,\"nick\":\"a\\u0000\\u202e\"}\n").Heard);

    [Fact]
    public void What_a_client_writes_is_read() => Property.HoldsFor(Arbitrary.Text, name =>
    {
        var line = RichRequest.Hello(name);

        Assert.Equal([Enter(name)], new Listener().Reads(line).Heard);
        Assert.StartsWith("{\"hello\":1,\"nick\":\"", Encoding.UTF8.GetString(line));
    });
}

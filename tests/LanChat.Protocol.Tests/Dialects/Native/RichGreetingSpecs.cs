using System.Text;
using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

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
    public void A_hello_joins(string line) =>
        Assert.Equal([Enter("bob")], new ConversationDriver().Receive(line + "\n").Messages);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("-1", -1)]
    public void A_hello_has_the_last_received_message_id(string number, long since) => Assert.Equal(
        [new EnterRequest("bob") { Since = since }],
        new ConversationDriver().Receive($"{{\"hello\":1,\"nick\":\"bob\",\"since\":{number}}}\n").Messages);

    [Fact]
    public void The_client_s_hello_is_decoded() => Assert.Equal(
        [new EnterRequest("bob") { Since = 42 }],
        new ConversationDriver().Receive(RichRequest.Hello("bob", 42)).Messages);

    [Fact]
    public void The_client_s_hello_has_the_log_id() => Assert.Equal(
        [new EnterRequest("bob") { Since = 42, Log = "0123456789abcdef" }],
        new ConversationDriver().Receive(RichRequest.Hello("bob", 42, log: "0123456789abcdef")).Messages);

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
    public void A_first_line_that_begins_with_a_brace_must_be_a_hello(string line)
    {
        var driver = new ConversationDriver().Receive(line + "\n{\"say\":\"more\"}\n");

        Assert.Equal([Invalid(Refusal.Malformed)], driver.Messages);
        Assert.Same(JsonEncoder.Rich, driver.Conversation.Encoder);
    }

    [Fact]
    public void A_hello_must_be_UTF_8() =>
        Assert.Equal([Invalid(Refusal.Malformed)], new ConversationDriver().Receive(
            [.. "{\"hello\":1,\"nick\":\""u8, 0xC4, 0xE3, .. "\"}\n"u8]).Messages);

    [Fact]
    public void Nicknames_are_not_validated_by_the_dialect() =>
        Assert.Equal([Enter("a\0\u202E")], new ConversationDriver().Receive("{\"hello\":1,\"nick\":\"a\\u0000\\u202e\"}\n").Messages);

    [Fact]
    public void The_client_s_hello_with_any_nickname_is_decoded() => Property.HoldsFor(Arbitrary.Text, name =>
    {
        var line = RichRequest.Hello(name);

        Assert.Equal([Enter(name)], new ConversationDriver().Receive(line).Messages);
        Assert.StartsWith("{\"hello\":1,\"nick\":\"", Encoding.UTF8.GetString(line));
    });
}

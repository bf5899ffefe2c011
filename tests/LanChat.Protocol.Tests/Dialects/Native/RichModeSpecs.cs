using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class RichModeSpecs
{
    private readonly ConversationDriver _driver = new ConversationDriver().Receive("{\"hello\":1,\"nick\":\"bob\"}\n");

    private IEnumerable<ClientMessage> Said => _driver.Messages.Skip(1);

    [Fact]
    public void Every_line_is_a_request_and_empty_ones_are_skipped()
    {
        _driver.Receive("{\"say\":\"one\"}\n\n{\"pong\":7}\r\n\r\n { \"say\" : \"two\" } \n");
        Assert.Equal([Say("one"), Pong(7), Say("two")], Said);
    }

    [Theory]
    [InlineData("{\"say\":\"\\u5c0f\\ud83d\\ude00\"}", "小😀")]
    [InlineData("{\"say\":\"小😀\"}", "小😀")]
    [InlineData("{\"say\":\"one\\r\\ntwo\\n\"}", "one\r\ntwo\n")]
    [InlineData("{\"say\":\"\\\"\\\\\\/\\b\\f\\u001b\"}", "\"\\/\b\f\u001b")]
    [InlineData("{\"say\":\"one\",\"say\":\"two\"}", "two")]
    [InlineData("{\"\\u0073ay\":\"one\"}", "one")]
    [InlineData("{\"x\":[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]],\"say\":\"one\"}", "one")]
    [InlineData("{\"Say\":1,\"say\":\"one\"}", "one")]
    [InlineData("{\"say\":\"one\",\"hello\":1}", "one")]
    [InlineData("{\"say\":\"one\",\"x\":\"\\ud800\"}", "one")]
    public void Escapes_in_a_text_are_decoded(string line, string text)
    {
        _driver.Receive(line + "\n");
        Assert.Equal([Say(text)], Said);
    }

    [Fact]
    public void Every_action_of_a_member_has_a_request()
    {
        _driver.Receive(
            "{\"tell\":\"hi\",\"to\":\"Ann of the 3rd\"}\n{\"act\":\"waves\"}\n{\"away\":\"at "
                + "lunch\"}\n{\"away\":\"\"}\n");
        _driver.Receive("{\"nick\":\"ann\"}\n{\"ignore\":true}\n{\"list\":true}\n");
        Assert.Equal(
            [Tell("Ann of the 3rd", "hi"), Act("waves"), Away("at lunch"), Away(""), Rename("ann"), Ignore(), List()],
            Said);
    }

    [Fact]
    public void A_text_file_can_be_shared_with_one_member_or_everybody()
    {
        _driver.Receive("{\"file\":\"notes.txt\",\"text\":\"one\\ntwo\"}\n{\"to\":\"ann\",\"text\":\"\",\"file\":\"empty\"}\n{\"file\":\"notes.txt\"}\n");
        Assert.Equal([Share("notes.txt", "one\ntwo"), Share("empty", "", "ann"), Invalid(Refusal.Incomplete)], Said);
    }

    [Theory]
    [InlineData("{\"tell\":\"hi\"}")]
    [InlineData("{\"to\":\"ann\"}")]
    [InlineData("{\"say\":\"for ann only\",\"to\":\"ann\"}")]
    [InlineData("{\"act\":\"for ann only\",\"to\":\"ann\"}")]
    public void An_incomplete_private_message_is_refused(string line)
    {
        _driver.Receive(line + "\n{\"say\":\"one\"}\n");
        Assert.Equal([Invalid(Refusal.Incomplete), Say("one")], Said);
    }

    [Fact]
    public void A_message_can_have_a_message_id()
    {
        _driver.Receive("{\"say\":\"one\",\"ref\":\"r~1\"}\n{\"ref\":\"r2\",\"act\":\"waves\"}\n{\"tell\":\"hi\",\"to\":\"Ann\",\"ref\":\"r3\"}\n");
        Assert.Equal(
            [
                new ClientMessage.Say("one") { Ref = "r~1" }, new ClientMessage.Act("waves") { Ref = "r2" },
                new ClientMessage.Tell("Ann", "hi") { Ref = "r3" },
            ],
            Said);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("7")]
    [InlineData("\"a b\"")]
    [InlineData("\"号\"")]
    [InlineData("\"12345678901234567890123456789012345678901234567890123456789012345\"")]
    public void An_invalid_message_id_is_malformed(string reference)
    {
        _driver.Receive($"{{\"say\":\"one\",\"ref\":{reference}}}\n");
        Assert.Equal([Invalid(Refusal.Malformed)], Said);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-5", -5)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void A_pong_has_a_number(string number, long pong)
    {
        _driver.Receive($"{{\"pong\":{number}}}\n");
        Assert.Equal([Pong(pong)], Said);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void A_ping_has_a_number(string number, long ping)
    {
        _driver.Receive($"{{\"ping\":{number}}}\n");
        Assert.Equal([Ping(ping)], Said);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"shout\":\"hello\"}")]
    [InlineData("{\"ignore\":false}")]
    [InlineData("{\"list\":false}")]
    [InlineData("{\"hello\":1,\"nick\":\"bob\"}")]
    public void An_unknown_request_is_refused(string line)
    {
        _driver.Receive(line + "\n{\"say\":\"one\"}\n");
        Assert.Equal([Invalid(Refusal.UnknownRequest), Say("one")], Said);
    }

    [Fact]
    public void A_partial_line_at_the_end_is_dropped()
    {
        _driver.Receive("{\"say\":\"one\"}\n{\"say\":\"tw").End();
        Assert.Equal([Say("one")], Said);
    }

    [Fact]
    public void The_client_s_requests_are_decoded_with_any_text() => Property.HoldsFor(Arbitrary.Text, text =>
    {
        var driver = new ConversationDriver().Receive(
        [
            .. RichRequest.Hello("bob"), .. RichRequest.Say(text), .. RichRequest.Tell(text, text),
            .. RichRequest.Act(text),
            .. RichRequest.Away(text), .. RichRequest.Share(text, text, null), .. RichRequest.Share(text, text, text),
            .. RichRequest.Rename(text), .. RichRequest.Ignore(), .. RichRequest.List(),
            .. RichRequest.Pong(text.Length), .. RichRequest.Ping(text.Length),
        ]);
        Assert.Equal(
            [
                Enter("bob"), Say(text), Tell(text, text), Act(text), Away(text), Share(text, text),
                Share(text, text, text),
                Rename(text), Ignore(), List(), Pong(text.Length), Ping(text.Length),
            ],
            driver.Messages);
    });
}

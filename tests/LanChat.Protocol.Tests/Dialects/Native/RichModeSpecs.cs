using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class RichModeSpecs
{
    private readonly Listener _listener = new Listener().Reads("{\"hello\":1,\"nick\":\"bob\"}\n");

    private IEnumerable<ClientMessage> Said => _listener.Heard.Skip(1);

    [Fact]
    public void Every_line_is_a_request_and_empty_ones_are_none()
    {
        _listener.Reads("{\"say\":\"one\"}\n\n{\"pong\":7}\r\n\r\n { \"say\" : \"two\" } \n");
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
    public void What_is_said_is_said_as_it_was_meant(string line, string text)
    {
        _listener.Reads(line + "\n");
        Assert.Equal([Say(text)], Said);
    }

    [Fact]
    public void Everything_that_people_can_do_has_a_request()
    {
        _listener.Reads(
            "{\"tell\":\"hi\",\"to\":\"Ann of the 3rd\"}\n{\"act\":\"waves\"}\n{\"away\":\"at "
                + "lunch\"}\n{\"away\":\"\"}\n");
        _listener.Reads("{\"nick\":\"ann\"}\n{\"ignore\":true}\n{\"list\":true}\n");
        Assert.Equal(
            [Tell("Ann of the 3rd", "hi"), Act("waves"), Away("at lunch"), Away(""), Rename("ann"), Ignore(), List()],
            Said);
    }

    [Fact]
    public void A_small_file_is_shared_with_one_person_or_with_everyone()
    {
        _listener.Reads("{\"file\":\"notes.txt\",\"text\":\"one\\ntwo\"}\n{\"to\":\"ann\",\"text\":\"\",\"file\":\"empty\"}\n{\"file\":\"notes.txt\"}\n");
        Assert.Equal([Share("notes.txt", "one\ntwo"), Share("empty", "", "ann"), Invalid(Refusal.Incomplete)], Said);
    }

    [Theory]
    [InlineData("{\"tell\":\"hi\"}")]
    [InlineData("{\"to\":\"ann\"}")]
    [InlineData("{\"say\":\"for ann only\",\"to\":\"ann\"}")]
    [InlineData("{\"act\":\"for ann only\",\"to\":\"ann\"}")]
    public void A_private_word_is_whole_or_not_said_at_all(string line)
    {
        _listener.Reads(line + "\n{\"say\":\"one\"}\n");
        Assert.Equal([Invalid(Refusal.Incomplete), Say("one")], Said);
    }

    [Fact]
    public void What_is_said_may_have_a_ref()
    {
        _listener.Reads("{\"say\":\"one\",\"ref\":\"r~1\"}\n{\"ref\":\"r2\",\"act\":\"waves\"}\n{\"tell\":\"hi\",\"to\":\"Ann\",\"ref\":\"r3\"}\n");
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
    public void A_ref_is_a_short_word_of_visible_letters(string reference)
    {
        _listener.Reads($"{{\"say\":\"one\",\"ref\":{reference}}}\n");
        Assert.Equal([Invalid(Refusal.Malformed)], Said);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-5", -5)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void A_pong_brings_its_number_back(string number, long pong)
    {
        _listener.Reads($"{{\"pong\":{number}}}\n");
        Assert.Equal([Pong(pong)], Said);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void A_ping_has_a_number(string number, long ping)
    {
        _listener.Reads($"{{\"ping\":{number}}}\n");
        Assert.Equal([Ping(ping)], Said);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"shout\":\"hello\"}")]
    [InlineData("{\"ignore\":false}")]
    [InlineData("{\"list\":false}")]
    [InlineData("{\"hello\":1,\"nick\":\"bob\"}")]
    public void A_request_the_server_does_not_know_costs_only_an_answer(string line)
    {
        _listener.Reads(line + "\n{\"say\":\"one\"}\n");
        Assert.Equal([Invalid(Refusal.UnknownRequest), Say("one")], Said);
    }

    [Fact]
    public void A_line_cut_off_by_the_end_is_dropped()
    {
        _listener.Reads("{\"say\":\"one\"}\n{\"say\":\"tw").Ends();
        Assert.Equal([Say("one")], Said);
    }

    [Fact]
    public void What_a_client_writes_is_read() => Property.HoldsFor(Arbitrary.Text, text =>
    {
        var listener = new Listener().Reads(
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
            listener.Heard);
    });
}

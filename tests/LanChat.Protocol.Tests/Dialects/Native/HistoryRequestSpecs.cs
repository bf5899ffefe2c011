using System.Text;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>The encoding of history requests.</summary>
public sealed class HistoryRequestSpecs
{
    private static readonly DateTime Noon = new(2026, 11, 1, 12, 0, 0);

    private static ClientMessage Read(string line) => RichRequest.Read(Encoding.UTF8.GetBytes(line), version: 1);

    private static void IsRefused(string line, Refusal reason) =>
        Assert.Equal(new ClientMessage.Invalid(reason), Read(line));

    [Fact]
    public void An_encoded_history_request_is_decoded_to_the_same()
    {
        ClientMessage.ReadHistory look = new(1, 2, 3, 4, 5);
        ClientMessage.Search search = new(1, "上海 \"*%_")
        {
            From = "Ann",
            Since = Noon,
            Until = Noon.AddDays(1),
            Before = 9,
            Limit = 10,
        };

        Assert.Equal(look, RichRequest.Read(RichRequest.ReadHistory(look), version: 1));
        Assert.Equal(new ClientMessage.ReadHistory(0, null, null, null, null), Read("""{"history": true}"""));
        Assert.Equal(search, RichRequest.Read(RichRequest.Search(search), version: 1));
        Assert.Equal(new ClientMessage.Search(0, ""), Read("""{"search": ""}"""));
    }

    [Theory]
    [InlineData("""{"history": 1}""")]
    [InlineData("""{"history": true, "before": 9223372036854775808}""")]
    [InlineData("""{"history": true, "limit": "all"}""")]
    [InlineData("""{"history": true, "around": 1.5}""")]
    [InlineData("""{"search": 1}""")]
    [InlineData("""{"search": "\ud800"}""")]
    [InlineData("""{"search": "x", "since": "yesterday"}""")]
    [InlineData("""{"search": "x", "since": 5}""")]
    [InlineData("""{"search": "x", "until": "2026-02-30 00:00:00"}""")]
    [InlineData("""{"search": "x", "until": null}""")]
    [InlineData("""{"search": "x", "from": ["Ann"]}""")]
    public void A_field_of_another_type_is_malformed(string line) => IsRefused(line, Refusal.Malformed);

    [Theory]
    [InlineData("""{"search": "a\u0000b"}""")]
    [InlineData("""{"search": "x", "from": "a\u0000b"}""")]
    public void NUL_in_a_text_is_refused(string line) => IsRefused(line, Refusal.NotText);

    [Fact]
    public void A_history_request_of_false_is_unknown() => IsRefused("""{"history": false}""", Refusal.UnknownRequest);

    [Fact]
    public void A_time_as_since_is_malformed() => Assert.Equal(
        new ClientMessage.Invalid(Refusal.Malformed), RichRequest.ReadHello(
            """{"hello": 1, "nick": "Ann", "since": "2026-11-01 12:00:00"}"""u8, out _));
}

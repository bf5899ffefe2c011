using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class PatienceSpecs
{
    private readonly Listener _listener = new();

    private TimeSpan? Patience => _listener.Conversation.Patience;

    [Fact]
    public void There_is_nothing_to_wait_for_before_anything_came()
    {
        Assert.Null(Patience);
        Assert.Empty(_listener.Waits().Heard);
        Assert.Empty(_listener.Reads("").Waits().Heard);
    }

    [Fact]
    public void A_name_without_a_line_end_has_two_hundred_milliseconds_and_as_many_anew_with_what_follows()
    {
        _listener.Reads("小");
        Assert.Equal(TimeSpan.FromMilliseconds(200), Patience);

        _listener.Reads("糖");
        Assert.Equal(TimeSpan.FromMilliseconds(200), Patience);
        Assert.Equal([Enter("小糖")], _listener.Waits().Heard);
    }

    [Fact]
    public void The_limits_say_how_long_it_is() =>
        Assert.Equal(TimeSpan.FromSeconds(3), new Listener(
            new WireLimits(10, TimeSpan.FromSeconds(3))).Reads("bob").Conversation.Patience);

    [Theory]
    [InlineData("{")]
    [InlineData("{\"hel")]
    [InlineData("{\"hello\"")]
    [InlineData("{\"hello\": 1, \"nick\": \"b")]
    public void A_hello_may_take_its_time_between_its_pieces(string beginning)
    {
        Assert.Null(_listener.Reads(beginning).Conversation.Patience);
        Assert.Empty(_listener.Waits().Heard);
    }

    [Theory]
    [InlineData("{bob}")]
    [InlineData("{\"help\"")]
    [InlineData("{\"nick\": \"bob\"")]
    public void A_name_that_begins_like_an_object_but_not_like_a_hello_can_be_raw(string name) =>
        Assert.Equal([Enter(name)], _listener.Reads(name).Waits().Heard);

    [Fact]
    public void Half_a_line_in_line_mode_waits_for_the_rest_for_ever()
    {
        _listener.Reads("bob\nhel");
        Assert.Null(Patience);
        Assert.Equal([Enter("bob")], _listener.Waits().Heard);

        Assert.Equal([Enter("bob"), Say("hello")], _listener.Reads("lo\n").Heard);
    }

    [Fact]
    public void Half_an_object_in_rich_mode_waits_for_the_rest_for_ever()
    {
        _listener.Reads("{\"hello\":1,\"nick\":\"bob\"}\n{\"say\":");
        Assert.Null(Patience);
        Assert.Equal([Enter("bob")], _listener.Waits().Heard);

        Assert.Equal([Enter("bob"), Say("hello")], _listener.Reads("\"hello\"}\n").Heard);
    }

    [Fact]
    public void Nobody_waits_for_a_client_that_broke_the_rules()
    {
        _listener.Reads("a\0\nhalf");
        Assert.Null(Patience);
        Assert.Equal([Invalid(Refusal.NotText)], _listener.Waits().Ends().Heard);
    }
}

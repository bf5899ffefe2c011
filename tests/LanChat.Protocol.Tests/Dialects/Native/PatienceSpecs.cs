using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class PatienceSpecs
{
    private readonly ConversationDriver _driver = new();

    private TimeSpan? Patience => _driver.Conversation.Patience;

    [Fact]
    public void Without_input_there_is_nothing_to_wait_for()
    {
        Assert.Null(Patience);
        Assert.Empty(_driver.Pause().Messages);
        Assert.Empty(_driver.Receive("").Pause().Messages);
    }

    [Fact]
    public void A_name_without_line_break_waits_200_ms_after_each_read()
    {
        _driver.Receive("小");
        Assert.Equal(TimeSpan.FromMilliseconds(200), Patience);

        _driver.Receive("糖");
        Assert.Equal(TimeSpan.FromMilliseconds(200), Patience);
        Assert.Equal([Enter("小糖")], _driver.Pause().Messages);
    }

    [Fact]
    public void The_wait_is_set_by_the_limits() =>
        Assert.Equal(TimeSpan.FromSeconds(3), new ConversationDriver(
            new WireLimits(10, TimeSpan.FromSeconds(3))).Receive("bob").Conversation.Patience);

    [Theory]
    [InlineData("{")]
    [InlineData("{\"hel")]
    [InlineData("{\"hello\"")]
    [InlineData("{\"hello\": 1, \"nick\": \"b")]
    public void A_partial_hello_waits_without_limit(string beginning)
    {
        Assert.Null(_driver.Receive(beginning).Conversation.Patience);
        Assert.Empty(_driver.Pause().Messages);
    }

    [Theory]
    [InlineData("{bob}")]
    [InlineData("{\"help\"")]
    [InlineData("{\"nick\": \"bob\"")]
    public void A_name_that_resembles_an_object_can_be_raw(string name) =>
        Assert.Equal([Enter(name)], _driver.Receive(name).Pause().Messages);

    [Fact]
    public void A_partial_line_in_line_mode_waits_without_limit()
    {
        _driver.Receive("bob\nhel");
        Assert.Null(Patience);
        Assert.Equal([Enter("bob")], _driver.Pause().Messages);

        Assert.Equal([Enter("bob"), Say("hello")], _driver.Receive("lo\n").Messages);
    }

    [Fact]
    public void A_partial_object_in_rich_mode_waits_without_limit()
    {
        _driver.Receive("{\"hello\":1,\"nick\":\"bob\"}\n{\"say\":");
        Assert.Null(Patience);
        Assert.Equal([Enter("bob")], _driver.Pause().Messages);

        Assert.Equal([Enter("bob"), Say("hello")], _driver.Receive("\"hello\"}\n").Messages);
    }

    [Fact]
    public void After_a_closing_refusal_there_is_nothing_to_wait_for()
    {
        _driver.Receive("a\0\nhalf");
        Assert.Null(Patience);
        Assert.Equal([Invalid(Refusal.NotText)], _driver.Pause().End().Messages);
    }
}

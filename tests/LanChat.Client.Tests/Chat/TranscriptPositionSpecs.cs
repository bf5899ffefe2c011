using LanChat.Client.Chat;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class TranscriptPositionPositionSpecs
{
    private static readonly DateTime Noon = new(2023, 8, 10, 12, 0, 0);
    private readonly TranscriptPosition _position = new();

    private bool IsNew(long id, double seconds = 0) =>
        _position.TryAdvance(
            new ChatMessage(id, MessageKind.Said, "Bob", Event.Another, "hi", Noon.AddSeconds(seconds)));

    [Fact]
    public void What_was_shown_is_not_new()
    {
        Assert.True(IsNew(1));
        Assert.True(IsNew(2));

        Assert.False(IsNew(1));
        Assert.False(IsNew(2));
        Assert.True(IsNew(3));
    }

    [Fact]
    public void Whatever_the_clock_says_the_number_tells()
    {
        _position.SetLog("0123456789abcdef");
        IsNew(1000);

        Assert.False(IsNew(1000, 10));
        Assert.False(IsNew(1, 10));
        Assert.True(IsNew(1001, -3600));
        Assert.True(IsNew(1002, -7200));
    }

    [Fact]
    public void Of_another_history_everything_is_new()
    {
        Assert.False(_position.SetLog("0123456789abcdef"));
        IsNew(1000);
        Assert.False(_position.SetLog("0123456789abcdef"));
        Assert.False(IsNew(1000));

        Assert.True(_position.SetLog("fedcba9876543210"));

        Assert.True(IsNew(1));
        Assert.False(IsNew(1));
    }

    [Fact]
    public void What_is_no_part_of_the_talk_has_no_number_and_is_always_new()
    {
        _position.SetLog("0123456789abcdef");
        IsNew(5);

        Assert.True(IsNew(0));
        Assert.True(IsNew(0));
        Assert.False(IsNew(5));
    }

    [Fact]
    public void Where_an_older_server_begins_to_count_anew_the_time_tells()
    {
        IsNew(1000);

        Assert.True(IsNew(1, 10));
        Assert.True(IsNew(2, 10));
        Assert.False(IsNew(2, 10));
    }
}

using LanChat.Client.Chat;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class TranscriptPositionSpecs
{
    private static readonly DateTime Noon = new(2023, 8, 10, 12, 0, 0);
    private readonly TranscriptPosition _position = new();

    private bool IsNew(long id, double seconds = 0) =>
        _position.TryAdvance(
            new ChatMessage(id, MessageKind.Said, "Bob", Event.Another, "hi", Noon.AddSeconds(seconds)));

    [Fact]
    public void A_shown_message_is_not_new()
    {
        Assert.True(IsNew(1));
        Assert.True(IsNew(2));

        Assert.False(IsNew(1));
        Assert.False(IsNew(2));
        Assert.True(IsNew(3));
    }

    [Fact]
    public void The_message_id_decides_and_not_the_time()
    {
        _position.SetLog("0123456789abcdef");
        IsNew(1000);

        Assert.False(IsNew(1000, 10));
        Assert.False(IsNew(1, 10));
        Assert.True(IsNew(1001, -3600));
        Assert.True(IsNew(1002, -7200));
    }

    [Fact]
    public void All_messages_of_another_log_are_new()
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
    public void A_message_without_id_is_always_new()
    {
        _position.SetLog("0123456789abcdef");
        IsNew(5);

        Assert.True(IsNew(0));
        Assert.True(IsNew(0));
        Assert.False(IsNew(5));
    }

    [Fact]
    public void The_time_decides_when_an_older_server_restarts_its_ids()
    {
        IsNew(1000);

        Assert.True(IsNew(1, 10));
        Assert.True(IsNew(2, 10));
        Assert.False(IsNew(2, 10));
    }
}

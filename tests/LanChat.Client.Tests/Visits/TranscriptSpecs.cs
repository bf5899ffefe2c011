using LanChat.Client.Visits;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Visits;

public sealed class TranscriptSpecs
{
    private static readonly DateTime Noon = new(2023, 8, 10, 12, 0, 0);
    private readonly Transcript _transcript = new();

    private bool IsNew(long id, double seconds = 0) =>
        _transcript.IsNew(new ChatMessage(id, MessageKind.Said, "Bob", Said.Another, "hi", Noon.AddSeconds(seconds)));

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
    public void When_numbers_begin_anew_the_time_tells()
    {
        IsNew(1000);

        Assert.True(IsNew(1, 10));
        Assert.True(IsNew(2, 10));
        Assert.False(IsNew(2, 10));
    }
}

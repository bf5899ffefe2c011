using LanChat.Client.Chat;

namespace LanChat.Client.Tests.Chat;

/// <summary>From where a client asks for private messages that it has missed.</summary>
public sealed class PrivateMessageLogSpecs
{
    private readonly PrivateMessageLog _log = new();

    [Fact]
    public void In_the_beginning_nothing_is_known_and_nothing_missing()
    {
        Assert.Null(_log.BeginCatchUp());
        _log.EndCatchUp(7);

        Assert.Equal(7, _log.BeginCatchUp());
    }

    [Fact]
    public void A_message_is_shown_once()
    {
        Assert.True(_log.TryAdd(8));
        Assert.False(_log.TryAdd(8));
    }

    [Fact]
    public void What_came_before_the_connection_was_lost_counts()
    {
        Catch(up: 7);
        _log.TryAdd(9);

        Assert.Equal(9, _log.BeginCatchUp());
    }

    [Fact]
    public void A_message_that_came_before_the_missed_ones_does_not_count()
    {
        Catch(up: 7);
        _log.BeginCatchUp();
        _log.TryAdd(12); // 8 to 11 were asked for, and the connection is lost again

        Assert.Equal(7, _log.BeginCatchUp());
        _log.EndCatchUp(11);
        Assert.Equal(12, _log.BeginCatchUp());
    }

    private void Catch(long up)
    {
        _log.BeginCatchUp();
        _log.EndCatchUp(up);
    }
}

using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class PacingSpecs
{
    private static int TakeAll(Pacing pacing)
    {
        var count = 0;
        while (count < 1_000_000 && pacing.TryAcquire()) count++;
        return count;
    }

    [Fact]
    public void Half_of_what_may_be_said_at_once_is()
    {
        Assert.Equal(10, TakeAll(new Pacing(new RateLimit(20, 10))));
        Assert.Equal(1, TakeAll(new Pacing(new RateLimit(1, 10))));
    }

    [Theory]
    [InlineData(20, 10)]
    [InlineData(100, 1)]
    [InlineData(20, 13)]
    public void A_minute_brings_four_fifths_of_what_may_be_said_in_it(int burst, int rate)
    {
        var pacing = new Pacing(new RateLimit(burst, rate));
        TakeAll(pacing);
        var said = 0;
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromMinutes(1); passed += Pacing.Interval)
        {
            pacing.Refill();
            said += TakeAll(pacing);
        }

        Assert.InRange(said, (60 * rate * 0.8) - 1, 60 * rate * 0.8);
    }

    [Fact]
    public void It_ticks_until_all_is_as_at_first()
    {
        var pacing = new Pacing(new RateLimit(20, 10));
        Assert.False(pacing.NeedsRefill);
        pacing.TryAcquire();
        Assert.True(pacing.NeedsRefill);
        pacing.Refill();
        Assert.False(pacing.NeedsRefill);
        Assert.Equal(10, TakeAll(pacing));
    }

    [Fact]
    public void Where_there_is_no_bound_nothing_is_held_back()
    {
        var pacing = new Pacing(null);

        Assert.Equal(1_000_000, TakeAll(pacing));
        Assert.False(pacing.NeedsRefill);
    }
}

using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class PacingSpecs
{
    private static int AcquireAll(Pacing pacing)
    {
        var count = 0;
        while (count < 1_000_000 && pacing.TryAcquire()) count++;
        return count;
    }

    [Fact]
    public void Half_of_the_burst_is_allowed_at_once()
    {
        Assert.Equal(10, AcquireAll(new Pacing(new RateLimit(20, 10))));
        Assert.Equal(1, AcquireAll(new Pacing(new RateLimit(1, 10))));
    }

    [Theory]
    [InlineData(20, 10)]
    [InlineData(100, 1)]
    [InlineData(20, 13)]
    public void A_minute_allows_four_fifths_of_the_rate(int burst, int rate)
    {
        var pacing = new Pacing(new RateLimit(burst, rate));
        AcquireAll(pacing);
        var said = 0;
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromMinutes(1); passed += Pacing.Interval)
        {
            pacing.Refill();
            said += AcquireAll(pacing);
        }

        Assert.InRange(said, (60 * rate * 0.8) - 1, 60 * rate * 0.8);
    }

    [Fact]
    public void It_needs_refills_until_it_is_full()
    {
        var pacing = new Pacing(new RateLimit(20, 10));
        Assert.False(pacing.NeedsRefill);
        pacing.TryAcquire();
        Assert.True(pacing.NeedsRefill);
        pacing.Refill();
        Assert.False(pacing.NeedsRefill);
        Assert.Equal(10, AcquireAll(pacing));
    }

    [Fact]
    public void Without_a_rate_limit_nothing_waits()
    {
        var pacing = new Pacing(null);

        Assert.Equal(1_000_000, AcquireAll(pacing));
        Assert.False(pacing.NeedsRefill);
    }
}

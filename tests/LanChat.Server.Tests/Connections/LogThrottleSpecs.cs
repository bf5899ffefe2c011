using LanChat.Server.Sockets;

namespace LanChat.Server.Tests.Connections;

public sealed class LogThrottleSpecs
{
    [Fact]
    public void One_entry_passes_per_period()
    {
        var clock = new TestClock();
        var throttle = new LogThrottle(TimeSpan.FromMinutes(1), clock);

        Assert.True(throttle.TryAcquire());
        Assert.False(throttle.TryAcquire());
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(throttle.TryAcquire());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(throttle.TryAcquire());
        Assert.False(throttle.TryAcquire());
    }
}

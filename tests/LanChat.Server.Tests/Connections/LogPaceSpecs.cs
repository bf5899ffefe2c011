using LanChat.Server.Sockets;

namespace LanChat.Server.Tests.Connections;

public sealed class LogPaceSpecs
{
    [Fact]
    public void One_entry_passes_in_a_period()
    {
        var clock = new TestClock();
        var pace = new LogPace(TimeSpan.FromMinutes(1), clock);

        Assert.True(pace.TryPass());
        Assert.False(pace.TryPass());
        clock.Pass(TimeSpan.FromSeconds(59));
        Assert.False(pace.TryPass());
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.True(pace.TryPass());
        Assert.False(pace.TryPass());
    }
}

using System.Net;
using LanChat.Server.Web;

namespace LanChat.Server.Tests.Web;

public sealed class ConnectionLimitSpecs
{
    private static readonly IPAddress Ann = IPAddress.Parse("10.0.0.1");
    private static readonly IPAddress Ben = IPAddress.Parse("10.0.0.2");

    private static int Fill(ConnectionLimit limit, IPAddress address)
    {
        var count = 0;
        while (limit.TryAcquire(address) is not null) count++;
        return count;
    }

    [Fact]
    public void The_number_of_connections_per_address_is_limited_and_never_all()
    {
        Assert.Equal(6, Fill(new ConnectionLimit(100, 6), Ann));
        Assert.Equal(75, Fill(new ConnectionLimit(100, 0), Ann));
        Assert.Equal(75, Fill(new ConnectionLimit(100, 6), IPAddress.Loopback));
        Assert.Equal(1, Fill(new ConnectionLimit(1, 6), Ann));
    }

    [Fact]
    public void The_total_number_of_connections_is_limited()
    {
        var limit = new ConnectionLimit(8, 0);

        Assert.Equal((6, 2), (Fill(limit, Ann), Fill(limit, Ben)));
    }

    [Fact]
    public void A_lease_can_be_released_once()
    {
        var limit = new ConnectionLimit(100, 2);
        var lease = limit.TryAcquire(Ann)!;
        Fill(limit, Ann);

        lease.Release();
        lease.Release();

        Assert.Equal(1, Fill(limit, Ann));
    }
}

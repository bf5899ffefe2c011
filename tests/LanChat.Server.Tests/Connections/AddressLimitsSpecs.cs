using System.Net;
using LanChat.Server.Connections;

namespace LanChat.Server.Tests.Connections;

public sealed class AddressLimitsSpecs
{
    private static readonly IPAddress Here = IPAddress.Parse("192.168.38.203");
    private static readonly IPAddress There = IPAddress.Parse("192.168.38.204");

    private readonly TestClock _clock = new();

    private AddressLimits Open(params string[] settings) => new(TestSettings.With(settings).Flood, _clock);

    [Fact]
    public void Connections_are_counted_per_address()
    {
        var limits = Open();

        Assert.Equal([1, 2, 1], [limits.Add(Here), limits.Add(Here), limits.Add(There)]);
        limits.Remove(Here);
        Assert.Equal(2, limits.Add(Here));
        Assert.Equal(3, limits.Connections);
    }

    [Fact]
    public void Up_to_32_connections_of_a_device_count_as_one()
    {
        var limits = Open();
        limits.Add(Here);
        limits.AddToDevice(Here, "phone");
        for (var count = 0; count < 40; count++)
        {
            limits.Add(Here);
            limits.AddToDevice(Here, "desk");
        }

        Assert.Equal(1 + 1 + 8, limits.CountOf(Here));
        for (var count = 0; count < 39; count++) End(limits, "desk");
        Assert.Equal(2, limits.CountOf(Here));
        End(limits, "desk");
        Assert.Equal(1, limits.CountOf(Here));
        End(limits, "phone");
        Assert.Equal((0, 0), (limits.CountOf(Here), limits.Connections));
    }

    private static void End(AddressLimits limits, string device)
    {
        limits.RemoveFromDevice(Here, device);
        limits.Remove(Here);
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::2", 2)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", 1)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", 2)]
    public void A_network_of_IPv6_counts_as_one_address(string one, string other, int count)
    {
        var limits = Open();
        limits.Add(IPAddress.Parse(one));

        Assert.Equal(count, limits.Add(IPAddress.Parse(other)));
        limits.Remove(IPAddress.Parse(other));
        Assert.Equal((1, count - 1), (limits.CountOf(IPAddress.Parse(one)), limits.CountOf(IPAddress.Parse(other))));
    }

    [Fact]
    public void Clients_of_one_address_share_a_rate_limit_and_others_do_not()
    {
        var limits = Open("flood.address-burst=2", "flood.address-rate=10");
        limits.Add(Here);
        limits.Add(Here);
        limits.Add(There);
        var (one, two, other) = (limits.LimiterOf(Here), limits.LimiterOf(Here), limits.LimiterOf(There));

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero], [one.Acquire(), two.Acquire()]);
        Assert.Equal(TimeSpan.FromMilliseconds(100), one.Acquire());
        Assert.Equal(TimeSpan.Zero, other.Acquire());
    }

    [Fact]
    public void A_client_that_reconnects_at_once_finds_its_rate_limit_unchanged()
    {
        var limits = Open("flood.address-burst=1", "flood.address-rate=10");
        limits.Add(Here);
        limits.LimiterOf(Here).Acquire();
        limits.Remove(Here);

        limits.Add(Here);

        Assert.Equal(TimeSpan.FromMilliseconds(100), limits.LimiterOf(Here).Acquire());
    }

    [Fact]
    public void An_address_without_connections_is_removed_when_its_tokens_are_refilled()
    {
        var limits = Open("flood.address-burst=1", "flood.address-rate=10");
        for (var last = 1; last <= 200; last++)
        {
            var address = IPAddress.Parse($"10.0.0.{last}");
            limits.Add(address);
            limits.LimiterOf(address).Acquire();
            limits.Remove(address);
        }

        Assert.Equal(200, limits.Count);
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        limits.Add(Here);

        Assert.Equal(1, limits.Count);
    }

    [Fact]
    public void An_address_that_sent_nothing_is_removed_with_its_last_connection()
    {
        var limits = Open();
        limits.Add(Here);
        limits.Add(Here);
        limits.Remove(Here);
        Assert.Equal(1, limits.Count);

        limits.Remove(Here);

        Assert.Equal((0, 0), (limits.Count, limits.Connections));
    }

    [Fact]
    public void An_address_with_a_new_connection_is_not_removed()
    {
        var limits = Open("flood.address-burst=1", "flood.address-rate=10");
        limits.Add(Here);
        limits.LimiterOf(Here).Acquire();
        limits.Remove(Here);
        limits.Add(Here);
        _clock.Advance(TimeSpan.FromDays(1));

        limits.Add(There);

        Assert.Equal((2, 2), (limits.Count, limits.Add(Here)));
    }

    [Fact]
    public void Messages_without_a_connection_count_against_the_rate_limit_of_the_address()
    {
        var limits = Open("flood.address-burst=2", "flood.address-rate=10");
        limits.Add(Here);

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero], [limits.Acquire(Here), limits.LimiterOf(Here).Acquire()]);
        Assert.Equal(TimeSpan.FromMilliseconds(100), limits.Acquire(Here));
        Assert.Equal(TimeSpan.Zero, limits.Acquire(There));
    }

    [Fact]
    public void An_address_that_never_had_a_connection_is_removed_too()
    {
        var limits = Open("flood.address-burst=1", "flood.address-rate=10");
        for (var last = 1; last <= 100; last++) limits.Acquire(IPAddress.Parse($"10.0.0.{last}"));
        Assert.Equal(100, limits.Count);

        _clock.Advance(TimeSpan.FromMilliseconds(100));
        limits.Acquire(Here);

        Assert.Equal(1, limits.Count);
    }

    [Fact]
    public void Without_a_client_rate_limit_there_is_none_per_address()
    {
        var limits = Open("flood.rate=0", "flood.address-burst=1", "flood.address-rate=1");
        limits.Add(Here);
        var limiter = limits.LimiterOf(Here);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(TimeSpan.Zero, limiter.Acquire()));
    }
}

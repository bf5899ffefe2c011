using System.Net;
using LanChat.Server.Connections;

namespace LanChat.Server.Tests.Connections;

public sealed class OriginsSpecs
{
    private static readonly IPAddress Here = IPAddress.Parse("192.168.38.203");
    private static readonly IPAddress There = IPAddress.Parse("192.168.38.204");

    private readonly TestClock _clock = new();

    private Origins Open(params string[] settings) => new(TestSettings.With(settings).Flood, _clock);

    [Fact]
    public void Connections_are_counted_by_address()
    {
        var origins = Open();

        Assert.Equal([1, 2, 1], [origins.Add(Here), origins.Add(Here), origins.Add(There)]);
        origins.Remove(Here);
        Assert.Equal(2, origins.Add(Here));
        Assert.Equal(3, origins.Connections);
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::2", 2)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", 1)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", 2)]
    public void A_network_of_IPv6_is_one_address(string one, string other, int count)
    {
        var origins = Open();
        origins.Add(IPAddress.Parse(one));

        Assert.Equal(count, origins.Add(IPAddress.Parse(other)));
        origins.Remove(IPAddress.Parse(other));
        Assert.Equal((1, count - 1), (origins.CountOf(IPAddress.Parse(one)), origins.CountOf(IPAddress.Parse(other))));
    }

    [Fact]
    public void Clients_of_one_address_share_what_may_be_said_and_others_do_not()
    {
        var origins = Open("flood.address-burst=2", "flood.address-rate=10");
        origins.Add(Here);
        origins.Add(Here);
        origins.Add(There);
        var (one, two, other) = (origins.LimiterOf(Here), origins.LimiterOf(Here), origins.LimiterOf(There));

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero], [one.Acquire(), two.Acquire()]);
        Assert.Equal(TimeSpan.FromMilliseconds(100), one.Acquire());
        Assert.Equal(TimeSpan.Zero, other.Acquire());
    }

    [Fact]
    public void Who_comes_again_at_once_finds_their_address_as_they_left_it()
    {
        var origins = Open("flood.address-burst=1", "flood.address-rate=10");
        origins.Add(Here);
        origins.LimiterOf(Here).Acquire();
        origins.Remove(Here);

        origins.Add(Here);

        Assert.Equal(TimeSpan.FromMilliseconds(100), origins.LimiterOf(Here).Acquire());
    }

    [Fact]
    public void An_address_without_connections_is_forgotten_when_it_may_say_as_much_as_a_new_one()
    {
        var origins = Open("flood.address-burst=1", "flood.address-rate=10");
        for (var last = 1; last <= 200; last++)
        {
            var address = IPAddress.Parse($"10.0.0.{last}");
            origins.Add(address);
            origins.LimiterOf(address).Acquire();
            origins.Remove(address);
        }

        Assert.Equal(200, origins.Count);
        _clock.Pass(TimeSpan.FromMilliseconds(100));
        origins.Add(Here);

        Assert.Equal(1, origins.Count);
    }

    [Fact]
    public void An_address_that_said_nothing_is_forgotten_with_its_last_connection()
    {
        var origins = Open();
        origins.Add(Here);
        origins.Add(Here);
        origins.Remove(Here);
        Assert.Equal(1, origins.Count);

        origins.Remove(Here);

        Assert.Equal((0, 0), (origins.Count, origins.Connections));
    }

    [Fact]
    public void Who_is_back_is_not_forgotten()
    {
        var origins = Open("flood.address-burst=1", "flood.address-rate=10");
        origins.Add(Here);
        origins.LimiterOf(Here).Acquire();
        origins.Remove(Here);
        origins.Add(Here);
        _clock.Pass(TimeSpan.FromDays(1));

        origins.Add(There);

        Assert.Equal((2, 2), (origins.Count, origins.Add(Here)));
    }

    [Fact]
    public void What_an_address_says_without_a_connection_counts_with_what_its_clients_say()
    {
        var origins = Open("flood.address-burst=2", "flood.address-rate=10");
        origins.Add(Here);

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero], [origins.Take(Here), origins.LimiterOf(Here).Acquire()]);
        Assert.Equal(TimeSpan.FromMilliseconds(100), origins.Take(Here));
        Assert.Equal(TimeSpan.Zero, origins.Take(There));
    }

    [Fact]
    public void An_address_that_never_had_a_connection_is_forgotten_as_well()
    {
        var origins = Open("flood.address-burst=1", "flood.address-rate=10");
        for (var last = 1; last <= 100; last++) origins.Take(IPAddress.Parse($"10.0.0.{last}"));
        Assert.Equal(100, origins.Count);

        _clock.Pass(TimeSpan.FromMilliseconds(100));
        origins.Take(Here);

        Assert.Equal(1, origins.Count);
    }

    [Fact]
    public void Without_a_rate_of_one_client_an_address_has_none_either()
    {
        var origins = Open("flood.rate=0", "flood.address-burst=1", "flood.address-rate=1");
        origins.Add(Here);
        var limiter = origins.LimiterOf(Here);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(TimeSpan.Zero, limiter.Acquire()));
    }
}

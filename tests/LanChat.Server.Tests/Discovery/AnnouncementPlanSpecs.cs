using System.Net;
using LanChat.Server.Discovery;
using LanChat.Server.Network;

namespace LanChat.Server.Tests.Discovery;

public sealed class AnnouncementPlanSpecs
{
    private static readonly string[] Own = ["192.168.38.149/24", "10.1.2.3/8", "127.0.0.1/8"];

    /// <summary>The targets, each as "address by own".</summary>
    private static string[] Plan(string listen, string[] own, params string[] targets) =>
    [
        .. AnnouncementPlan.For(
            IPAddress.Parse(listen), [.. targets.Select(IPAddress.Parse)], [.. own.Select(InterfaceAddressOf)])
            .Select(target => $"{target.Address} by {target.Own}"),
    ];

    private static InterfaceAddress InterfaceAddressOf(string text) =>
        text.Split('/') is [var address, var prefix] ? new(
            IPAddress.Parse(address), int.Parse(prefix)) : throw new ArgumentException(text);

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public void A_listener_at_any_address_is_announced_in_every_network_by_the_address_there(string any) =>
        Assert.Equal(["192.168.38.255 by 192.168.38.149", "10.255.255.255 by 10.1.2.3"], Plan(any, Own));

    [Fact]
    public void A_listener_at_one_address_is_announced_in_its_network_only() =>
        Assert.Equal(["10.255.255.255 by 10.1.2.3"], Plan("10.1.2.3", Own));

    [Fact]
    public void An_address_that_is_not_up_is_announced_nowhere()
    {
        Assert.Empty(Plan("192.168.77.1", Own));
        Assert.Empty(Plan("192.168.77.1", Own, "192.168.38.255"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.5")]
    public void A_loopback_listener_is_announced_on_loopback(string loopback)
    {
        Assert.Equal([$"127.255.255.255 by {loopback}"], Plan(loopback, Own));
        Assert.Equal([$"127.255.255.255 by {loopback}"], Plan(loopback, Own, "127.255.255.255"));
    }

    [Fact]
    public void Loopback_is_never_announced_elsewhere() => Assert.Empty(Plan("127.0.0.1", Own, "192.168.38.255"));

    [Fact]
    public void Loopback_is_announced_to_loopback_targets_only()
    {
        Assert.Empty(Plan("0.0.0.0", ["127.0.0.1/8"]));
        Assert.Empty(Plan("0.0.0.0", ["127.0.0.1/8"], "192.168.38.255"));
    }

    [Fact]
    public void A_loopback_target_is_announced_a_loopback_address() =>
        Assert.Equal(["127.255.255.255 by 127.0.0.1"], Plan("0.0.0.0", Own, "127.255.255.255"));

    [Fact]
    public void A_loopback_target_is_announced_the_address_of_a_listener_elsewhere() =>
        Assert.Equal(["127.255.255.255 by 10.1.2.3"], Plan("10.1.2.3", Own, "127.255.255.255"));

    [Theory]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    public void A_room_that_IPv4_cannot_reach_is_announced_nowhere(string listen)
    {
        Assert.Empty(Plan(listen, Own));
        Assert.Empty(Plan(listen, Own, "127.255.255.255", "192.168.38.255"));
    }

    [Fact]
    public void Targets_replace_the_networks_each_by_the_address_that_reaches_it() => Assert.Equal(
        ["10.255.255.255 by 10.1.2.3", "192.168.38.7 by 192.168.38.149"], Plan(
            "0.0.0.0", Own, "10.255.255.255", "192.168.38.7"));

    [Fact]
    public void A_target_in_no_network_is_announced_the_first_address() =>
        Assert.Equal(["172.16.0.9 by 192.168.38.149"], Plan("0.0.0.0", Own, "172.16.0.9"));

    [Fact]
    public void The_same_target_twice_is_one() =>
        Assert.Equal(["10.255.255.255 by 10.1.2.3"], Plan("0.0.0.0", Own, "10.255.255.255", "10.255.255.255"));

    [Fact]
    public void Two_addresses_in_one_network_are_announced_once() =>
        Assert.Equal(["10.255.255.255 by 10.1.2.3"], Plan("0.0.0.0", ["10.1.2.3/8", "10.9.9.9/8"]));

    [Fact]
    public void A_point_to_point_link_has_no_broadcast_but_may_reach_a_target()
    {
        Assert.Empty(Plan("0.0.0.0", ["10.0.0.1/32", "10.0.1.1/31"]));
        Assert.Equal(["10.0.1.0 by 10.0.1.1"], Plan("0.0.0.0", ["10.0.0.1/32", "10.0.1.1/31"], "10.0.1.0"));
    }

    [Fact]
    public void With_nothing_up_nothing_is_announced()
    {
        Assert.Empty(Plan("0.0.0.0", []));
        Assert.Empty(Plan("0.0.0.0", [], "192.168.38.255"));
    }
}

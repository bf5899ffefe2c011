using System.Net;
using LanChat.Protocol;
using LanChat.Server.Network;

namespace LanChat.Server.Tests.Discovery;

public sealed class OwnAddressesSpecs
{
    [Fact]
    public void Own_addresses_are_IPv4_with_prefix_and_loopback_last()
    {
        var all = OwnAddresses.All();

        Assert.All(all, own => Assert.InRange(own.PrefixLength, 1, 32));
        Assert.All(all, own => Assert.Equal(4, own.Address.GetAddressBytes().Length));
        Assert.Equal(all.OrderBy(own => IPAddress.IsLoopback(own.Address)), all);
        Assert.Contains(new InterfaceAddress(IPAddress.Loopback, 8), all);
    }

    [Theory]
    [InlineData("wlan0", "192.168.1.23", 0)]
    [InlineData("docker0", "192.168.1.23", 0)]
    [InlineData("eth1", "10.9.0.1", 1)]
    [InlineData("tun0", "10.8.0.2", 1)]
    [InlineData("br-lan", "192.168.2.1", 1)]
    [InlineData("eth0", "169.254.3.4", 2)]
    [InlineData("docker0", "172.17.0.1", 3)]
    [InlineData("br-0123456789ab", "172.18.0.1", 3)]
    [InlineData("podman1", "10.89.0.1", 3)]
    [InlineData("virbr0", "192.168.122.1", 3)]
    [InlineData("cni0", "10.244.0.1", 3)]
    [InlineData("vEthernet (WSL)", "172.20.0.1", 3)]
    [InlineData("lo", "127.0.0.1", 4)]
    public void Addresses_are_ranked_by_the_default_route_and_virtual_networks_last(
        string network, string address, int rank) =>
        Assert.Equal(rank, OwnAddresses.RankOf(network, IPAddress.Parse(address), IPAddress.Parse("192.168.1.23")));

    [Fact]
    public void A_listener_at_one_address_is_named_by_it() =>
        Assert.Equal(
            new PeerAddress("10.1.2.3", 8001), OwnAddresses.Of(new IPEndPoint(IPAddress.Parse("10.1.2.3"), 8001)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public void A_listener_at_any_address_is_named_by_the_first_address(string any) => Assert.Equal(
        new PeerAddress(OwnAddresses.All()[0].Address.ToString(), 8001), OwnAddresses.Of(
            new IPEndPoint(IPAddress.Parse(any), 8001)));
}

using System.Net;
using LanChat.Protocol;
using LanChat.Server.Discovery;

namespace LanChat.Server.Tests.Discovery;

public sealed class OwnAddressesSpecs
{
    [Fact]
    public void They_are_IPv4_addresses_with_their_networks_loopback_last()
    {
        var all = OwnAddresses.All();

        Assert.All(all, own => Assert.InRange(own.PrefixLength, 1, 32));
        Assert.All(all, own => Assert.Equal(4, own.Address.GetAddressBytes().Length));
        Assert.Equal(all.OrderBy(own => IPAddress.IsLoopback(own.Address)), all);
        Assert.Contains(new InterfaceAddress(IPAddress.Loopback, 8), all);
    }

    [Fact]
    public void What_listens_at_one_address_is_named_by_it() =>
        Assert.Equal(new PeerAddress("10.1.2.3", 8001), OwnAddresses.Of(new IPEndPoint(IPAddress.Parse("10.1.2.3"), 8001)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public void What_listens_everywhere_is_named_by_the_first_address(string any) => Assert.Equal(
        new PeerAddress(OwnAddresses.All()[0].Address.ToString(), 8001), OwnAddresses.Of(new IPEndPoint(IPAddress.Parse(any), 8001)));
}

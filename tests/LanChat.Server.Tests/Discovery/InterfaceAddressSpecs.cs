using System.Net;
using LanChat.Server.Network;

namespace LanChat.Server.Tests.Discovery;

public sealed class InterfaceAddressSpecs
{
    private static InterfaceAddress Of(string address, int prefix) => new(IPAddress.Parse(address), prefix);

    [Theory]
    [InlineData("192.168.38.149", 24, "192.168.38.255")]
    [InlineData("10.1.2.3", 8, "10.255.255.255")]
    [InlineData("172.16.5.4", 12, "172.31.255.255")]
    [InlineData("192.168.38.149", 25, "192.168.38.255")]
    [InlineData("192.168.38.27", 25, "192.168.38.127")]
    [InlineData("192.168.38.149", 30, "192.168.38.151")]
    [InlineData("127.0.0.1", 8, "127.255.255.255")]
    [InlineData("200.1.2.3", 1, "255.255.255.255")]
    public void The_broadcast_address_is_the_last_of_the_network(string address, int prefix, string broadcast) =>
        Assert.Equal(IPAddress.Parse(broadcast), Of(address, prefix).Broadcast);

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(0)]
    public void A_point_to_point_link_and_an_empty_prefix_have_none(int prefix) =>
        Assert.Null(Of("192.168.38.149", prefix).Broadcast);

    [Theory]
    [InlineData("192.168.38.255", true)]
    [InlineData("192.168.38.1", true)]
    [InlineData("192.168.39.1", false)]
    [InlineData("127.0.0.1", false)]
    public void An_address_reaches_its_own_network(string other, bool reaches) =>
        Assert.Equal(reaches, Of("192.168.38.149", 24).Reaches(IPAddress.Parse(other)));

    [Fact]
    public void The_end_of_a_link_reaches_itself_only()
    {
        Assert.True(Of("10.0.0.1", 32).Reaches(IPAddress.Parse("10.0.0.1")));
        Assert.False(Of("10.0.0.1", 32).Reaches(IPAddress.Parse("10.0.0.0")));
    }

    [Fact]
    public void An_address_without_a_prefix_reaches_nothing() =>
        Assert.False(Of("10.0.0.1", 0).Reaches(IPAddress.Parse("10.0.0.1")));
}

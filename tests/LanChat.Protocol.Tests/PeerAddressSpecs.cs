using System.Net;

namespace LanChat.Protocol.Tests;

public sealed class PeerAddressSpecs
{
    [Theory]
    [InlineData("192.168.38.149:7788", "192.168.38.149", "192.168.38.149:7788")]
    [InlineData("[::ffff:192.168.38.149]:7788", "192.168.38.149", "192.168.38.149:7788")]
    [InlineData("[::1]:7788", "::1", "[::1]:7788")]
    [InlineData("[fe80::1]:65535", "fe80::1", "[fe80::1]:65535")]
    public void An_address_is_formatted(string endPoint, string ip, string written)
    {
        var address = PeerAddress.Of(IPEndPoint.Parse(endPoint));

        Assert.Equal(ip, address.Ip);
        Assert.Equal(IPEndPoint.Parse(endPoint).Port, address.Port);
        Assert.Equal(written, address.ToString());
    }
}

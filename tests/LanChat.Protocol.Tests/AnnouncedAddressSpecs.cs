using System.Net;
using System.Text;

namespace LanChat.Protocol.Tests;

public sealed class AnnouncedAddressSpecs
{
    private static string IpRead(string ip, string source)
    {
        var datagram = Encoding.UTF8.GetBytes($$"""{"name": "room", "ip": {{ip}}, "port": 8001}""");
        Assert.True(Announcement.TryRead(datagram, IPAddress.Parse(source), out var read));
        Assert.Equal(8001, read.Address.Port);
        return read.Address.Ip;
    }

    [Theory]
    [InlineData("192.168.38.149", "192.168.38.149")]
    [InlineData("192.168.38.149", "10.0.0.7")]
    [InlineData("10.1.2.3", "127.0.0.1")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("127.3.2.1", "127.0.0.1")]
    [InlineData("127.0.0.1", "::ffff:127.0.0.2")]
    public void A_plausible_announced_address_is_used(string ip, string source) =>
        Assert.Equal(ip, IpRead($"\"{ip}\"", source));

    [Theory]
    [InlineData("\"0.0.0.0\"")]
    [InlineData("\"127.0.0.1\"")]
    [InlineData("\"127.1.1.1\"")]
    [InlineData("\"224.0.0.1\"")]
    [InlineData("\"255.255.255.255\"")]
    [InlineData("\"240.0.0.1\"")]
    [InlineData("\"::1\"")]
    [InlineData("\"room.example\"")]
    [InlineData("\"192.168.1.999\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("3232235777")]
    [InlineData("[192, 168, 1, 1]")]
    public void The_source_replaces_an_implausible_announced_address(string ip)
    {
        Assert.Equal("10.0.0.7", IpRead(ip, "10.0.0.7"));
        Assert.Equal("10.0.0.7", IpRead(ip, "::ffff:10.0.0.7"));
    }

    [Fact]
    public void The_source_is_used_if_no_address_is_announced()
    {
        Assert.True(Announcement.TryRead(
            """{"name": "room", "port": 8001}"""u8.ToArray(), IPAddress.Parse("10.0.0.7"), out var read));
        Assert.Equal(new PeerAddress("10.0.0.7", 8001), read.Address);
    }
}

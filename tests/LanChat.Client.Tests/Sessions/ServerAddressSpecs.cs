using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class ServerAddressSpecs
{
    [Theory]
    [InlineData("localhost:8001", "localhost", 8001)]
    [InlineData("chat.example.org:1", "chat.example.org", 1)]
    [InlineData("a:1", "a", 1)]
    [InlineData("192.168.1.5:65535", "192.168.1.5", 65535)]
    [InlineData("[::1]:8001", "::1", 8001)]
    [InlineData("[fe80::1]:8001", "fe80::1", 8001)]
    public void A_host_and_a_port_are_read_and_written_the_same(string text, string host, int port)
    {
        Assert.True(ServerAddress.TryParse(text, out var address));
        Assert.Equal(new ServerAddress(host, port), address);
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData(":8001")]
    [InlineData("localhost:")]
    [InlineData("localhost:0")]
    [InlineData("localhost:65536")]
    [InlineData("localhost:-1")]
    [InlineData("localhost:+1")]
    [InlineData("localhost:http")]
    [InlineData("::1:8001")]
    [InlineData("[::1:8001")]
    [InlineData("[localhost]:8001")]
    [InlineData("two words:8001")]
    [InlineData("http://localhost:8001")]
    public void Anything_else_is_no_address(string text) => Assert.False(ServerAddress.TryParse(text, out _));

    [Fact]
    public void A_room_s_address_is_one() => Assert.Equal(new ServerAddress("::1", 5), ServerAddress.Of(new PeerAddress("::1", 5)));
}

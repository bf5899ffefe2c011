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
    public void A_host_and_a_port_are_parsed_and_formatted(string text, string host, int port)
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
    public void Other_text_is_not_an_address(string text) => Assert.False(ServerAddress.TryParse(text, out _));

    [Fact]
    public void A_room_s_address_is_converted() =>
        Assert.Equal(new ServerAddress("::1", 5), ServerAddress.Of(new PeerAddress("::1", 5)));

    [Theory]
    [InlineData("localhost", "localhost", 8001)]
    [InlineData("chat.example.org", "chat.example.org", 8001)]
    [InlineData("192.168.1.5", "192.168.1.5", 8001)]
    [InlineData("192.168.1.5:9000", "192.168.1.5", 9000)]
    [InlineData("::1", "::1", 8001)]
    [InlineData("[::1]", "::1", 8001)]
    [InlineData("fe80::1", "fe80::1", 8001)]
    [InlineData("[::1]:9000", "::1", 9000)]
    public void The_default_port_is_used_if_none_is_given(string text, string host, int port)
    {
        Assert.True(ServerAddress.TryParseHost(text, out var address));
        Assert.Equal(new ServerAddress(host, port), address);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":8001")]
    [InlineData("localhost:")]
    [InlineData("localhost:0")]
    [InlineData("localhost:http")]
    [InlineData("two words")]
    [InlineData("http://localhost")]
    [InlineData("[localhost]")]
    public void Other_text_is_not_a_host(string text) => Assert.False(ServerAddress.TryParseHost(text, out _));

    [Theory]
    [InlineData("192.168.1.5", true)]
    [InlineData("::1", true)]
    [InlineData("localhost:9000", true)]
    [InlineData("localhost", false)]
    [InlineData("3", false)]
    public void A_host_without_a_port_must_be_an_IP_address(string text, bool isAddress) =>
        Assert.Equal(isAddress, ServerAddress.TryParseIp(text, out _));
}

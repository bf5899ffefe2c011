namespace LanChat.Protocol.Tests;

public sealed class AddressBlockSpecs
{
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:3::3", false)]
    [InlineData("fd00::1", "fd00::2", true)]
    [InlineData("fd00::1", "fd00:0:0:1::1", false)]
    [InlineData("::1", "::2", false)]
    [InlineData("::1", "::1", true)]
    [InlineData("127.0.0.1", "::1", false)]
    [InlineData("127.0.0.1", "127.0.0.2", false)]
    [InlineData("0.0.0.1", "::1", false)]
    [InlineData("0.0.0.0", "::", false)]
    public void IPv4_is_counted_by_address_and_IPv6_by_its_64_bit_network(string one, string other, bool areOne) =>
        Assert.Equal(areOne, AddressBlock.Of(one) == AddressBlock.Of(other));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ann")]
    public void An_invalid_address_is_in_the_empty_block(string? text) =>
        Assert.Equal(default, AddressBlock.Of(text));
}

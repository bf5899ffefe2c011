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
    public void IPv4_counts_by_the_address_and_IPv6_by_the_network_of_64_bits(string one, string other, bool areOne) =>
        Assert.Equal(areOne, AddressBlock.Of(one) == AddressBlock.Of(other));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ann")]
    public void What_is_no_address_is_in_the_block_of_none(string? text) =>
        Assert.Equal(default, AddressBlock.Of(text));
}

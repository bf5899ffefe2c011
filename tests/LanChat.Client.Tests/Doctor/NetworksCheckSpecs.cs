using System.Net;
using LanChat.Client.Doctor.Checks;
using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Tests.Doctor;

public sealed class NetworksCheckSpecs
{
    [Fact]
    public void No_network_is_a_problem() =>
        Assert.Equal(Verdict.Problem, Assert.Single(NetworksCheck.Of([])).Verdict);

    [Theory]
    [InlineData("192.168.1.7", 24, "192.168.1.255")]
    [InlineData("10.1.2.3", 16, "10.1.255.255")]
    [InlineData("172.16.5.130", 25, "172.16.5.255")]
    [InlineData("10.0.0.1", 30, "10.0.0.3")]
    public void Each_network_is_listed_with_its_broadcast_address(string address, int prefix, string broadcast)
    {
        var finding = Assert.Single(NetworksCheck.Of([new LocalNetwork("eth0", IPAddress.Parse(address), prefix)]));

        Assert.Equal(
            (Verdict.Ok, $"eth0 has the address {address}, broadcast {broadcast}."),
            (finding.Verdict, finding.Text));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void A_point_to_point_link_is_not_a_problem(int prefix)
    {
        var finding = Assert.Single(NetworksCheck.Of([new LocalNetwork("tun0", IPAddress.Parse("10.8.0.2"), prefix)]));

        Assert.Equal(Verdict.Ok, finding.Verdict);
        Assert.Contains("rooms aren't announced there", finding.Text);
    }

    [Fact]
    public void A_link_local_address_is_suspect()
    {
        var findings = NetworksCheck.Of([DiscoveryResults.Cable, new LocalNetwork("eth1", IPAddress.Parse("169.254.3.4"), 16)]);

        Assert.Equal([Verdict.Ok, Verdict.Warning], findings.Select(finding => finding.Verdict));
        Assert.Contains("(DHCP)", Assert.Single(findings[1].Advice));
    }
}

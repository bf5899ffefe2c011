using LanChat.Client.Doctor.Checks;
using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Tests.Doctor;

public sealed class FirewallCheckSpecs
{
    private static readonly DiscoveryResult ReceivesOthers = DiscoveryResults.Of(
        DiscoveryResults.Back, DiscoveryResults.Room("Our room", "192.168.1.9"));

    [Theory]
    [InlineData("Ufw", "sudo ufw allow 8000/udp")]
    [InlineData("Firewalld", "sudo firewall-cmd --permanent --add-port=8000/udp")]
    [InlineData(
        "Windows",
        "New-NetFirewallRule -DisplayName LanChat -Direction Inbound -Action Allow -Protocol UDP -LocalPort 8000")]
    [InlineData("Netfilter", "sudo nft list ruleset")]
    public void A_lost_broadcast_blames_the_firewall_and_gives_the_command(
        string firewall, string command)
    {
        var finding =
            FirewallCheck.Of(Enum.Parse<Firewall>(firewall), DiscoveryResults.Of(DiscoveryResults.Lost), 8000);

        Assert.Equal(Verdict.Problem, finding.Verdict);
        Assert.Contains(command, finding.Advice);
    }

    [Fact]
    public void The_command_has_the_configured_port() =>
        Assert.Equal(
            ["sudo ufw allow 9000/udp"], FirewallCheck.Of(Firewall.Ufw, DiscoveryResults.Of(DiscoveryResults.Lost), 9000).Advice);

    [Fact]
    public void A_lost_broadcast_without_a_known_firewall_is_a_warning() =>
        Assert.Equal(
            Verdict.Warning, FirewallCheck.Of(Firewall.None, DiscoveryResults.Of(DiscoveryResults.Lost), 8000).Verdict);

    [Theory]
    [InlineData("None")]
    [InlineData("Ufw")]
    [InlineData("Windows")]
    public void Announcements_from_others_clear_the_firewall(string firewall) =>
        Assert.Equal(Verdict.Ok, FirewallCheck.Of(Enum.Parse<Firewall>(firewall), ReceivesOthers, 8000).Verdict);

    [Theory]
    [InlineData("Ufw", "Ok")]
    [InlineData("Windows", "Warning")]
    [InlineData("MacOS", "Warning")]
    public void A_returned_broadcast_clears_only_firewalls_that_would_filter_it(string firewall, string verdict) =>
        Assert.Equal(verdict, FirewallCheck.Of(
            Enum.Parse<Firewall>(firewall), DiscoveryResults.Of(DiscoveryResults.Back), 8000).Verdict.ToString());

    [Fact]
    public void A_firewall_is_suspect_if_the_port_was_not_listened_on() =>
        Assert.Equal(Verdict.Warning, FirewallCheck.Of(Firewall.Ufw, null, 8000).Verdict);
}

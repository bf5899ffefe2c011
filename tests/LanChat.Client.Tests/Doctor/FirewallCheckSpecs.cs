using LanChat.Client.Doctor.Checks;
using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Tests.Doctor;

public sealed class FirewallCheckSpecs
{
    private static readonly DiscoveryResult ReceivesOthers = Hearing.Of(
        Hearing.Back, Hearing.Room("Our room", "192.168.1.9"));

    [Theory]
    [InlineData("Ufw", "sudo ufw allow 8000/udp")]
    [InlineData("Firewalld", "sudo firewall-cmd --permanent --add-port=8000/udp")]
    [InlineData(
        "Windows",
        "New-NetFirewallRule -DisplayName LanChat -Direction Inbound -Action Allow -Protocol UDP -LocalPort 8000")]
    [InlineData("Netfilter", "sudo nft list ruleset")]
    public void Where_something_is_lost_the_firewall_is_the_likely_cause_and_the_command_opens_it(
        string firewall, string command)
    {
        var finding = FirewallCheck.Of(Enum.Parse<Firewall>(firewall), Hearing.Of(Hearing.Lost), 8000);

        Assert.Equal(Verdict.Problem, finding.Verdict);
        Assert.Contains(command, finding.Advice);
    }

    [Fact]
    public void The_command_names_the_port_of_the_settings() =>
        Assert.Equal(
            ["sudo ufw allow 9000/udp"], FirewallCheck.Of(Firewall.Ufw, Hearing.Of(Hearing.Lost), 9000).Advice);

    [Fact]
    public void Something_lost_without_a_firewall_to_be_seen_may_be_one_all_the_same() =>
        Assert.Equal(Verdict.Warning, FirewallCheck.Of(Firewall.None, Hearing.Of(Hearing.Lost), 8000).Verdict);

    [Theory]
    [InlineData("None")]
    [InlineData("Ufw")]
    [InlineData("Windows")]
    public void Whoever_hears_others_has_no_firewall_in_the_way(string firewall) =>
        Assert.Equal(Verdict.Ok, FirewallCheck.Of(Enum.Parse<Firewall>(firewall), ReceivesOthers, 8000).Verdict);

    [Theory]
    [InlineData("Ufw", "Ok")]
    [InlineData("Windows", "Warning")]
    [InlineData("MacOS", "Warning")]
    public void What_comes_back_clears_only_firewalls_that_would_have_filtered_it(string firewall, string verdict) =>
        Assert.Equal(verdict, FirewallCheck.Of(
            Enum.Parse<Firewall>(firewall), Hearing.Of(Hearing.Back), 8000).Verdict.ToString());

    [Fact]
    public void A_firewall_stays_suspect_when_nobody_could_listen() =>
        Assert.Equal(Verdict.Warning, FirewallCheck.Of(Firewall.Ufw, null, 8000).Verdict);
}

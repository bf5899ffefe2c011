using System.Net;
using LanChat.Client.Doctor.Checks;
using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Tests.Doctor;

public sealed class IsolationCheckSpecs
{
    private static readonly ArpEntry Router = new(
        IPAddress.Parse("192.168.1.1"), "eth0", Answers: true, IsGateway: true);
    private static readonly ArpEntry Printer = new(
        IPAddress.Parse("192.168.1.9"), "eth0", Answers: true, IsGateway: false);
    private static readonly DiscoveryResult Quiet = DiscoveryResults.Of(DiscoveryResults.Back);

    private static Finding? Check(DiscoveryResult? received, LocalNetwork network, params ArpEntry[] arpTable) =>
        IsolationCheck.Of([network], received, arpTable);

    [Fact]
    public void Announcements_from_others_rule_out_isolation() =>
        Assert.Equal(Verdict.Ok, Check(
            DiscoveryResults.Of(DiscoveryResults.Back, DiscoveryResults.Room("a", "10.1.0.9")),
            DiscoveryResults.Wireless,
            Router)!.Verdict);

    [Fact]
    public void A_local_room_does_not_rule_out_isolation() =>
        Assert.Equal(Verdict.Warning, Check(
            DiscoveryResults.Of(DiscoveryResults.Back, DiscoveryResults.Room("a", "10.1.2.3", isLocal: true)),
            DiscoveryResults.Wireless,
            Router)!.Verdict);

    [Fact]
    public void Another_device_that_answers_rules_out_isolation() =>
        Assert.Equal(Verdict.Ok, Check(Quiet, DiscoveryResults.Wireless, Router, Printer)!.Verdict);

    [Fact]
    public void Known_neighbours_that_do_not_answer_suggest_isolation()
    {
        var finding = Check(Quiet, DiscoveryResults.Cable, Router, Printer with { Answers = false })!;

        Assert.Equal(Verdict.Warning, finding.Verdict);
        Assert.StartsWith("Client isolation is likely", finding.Text);
        Assert.Contains(finding.Advice, advice => advice.Contains("client isolation"));
    }

    [Fact]
    public void Hearing_nobody_is_suspect_on_Wi_Fi_but_not_on_a_cable()
    {
        Assert.Equal(Verdict.Warning, Check(Quiet, DiscoveryResults.Wireless, Router)!.Verdict);
        Assert.Equal(Verdict.Ok, Check(Quiet, DiscoveryResults.Cable, Router)!.Verdict);
    }

    [Fact]
    public void A_router_that_does_not_answer_is_a_broken_link() =>
        Assert.Contains("not even the router", Check(Quiet, DiscoveryResults.Wireless, Router with { Answers = false })!.Text);

    [Fact]
    public void Isolation_is_not_checked_if_announcements_cannot_be_received()
    {
        Assert.Null(Check(null, DiscoveryResults.Wireless, Router));
        Assert.Null(Check(DiscoveryResults.Of(DiscoveryResults.Lost), DiscoveryResults.Wireless, Router));
        Assert.Null(IsolationCheck.Of([], Quiet, []));
    }
}

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
    private static readonly DiscoveryResult Quiet = Hearing.Of(Hearing.Back);

    private static Finding? Check(DiscoveryResult? received, LocalNetwork network, params ArpEntry[] arpTable) =>
        IsolationCheck.Of([network], received, arpTable);

    [Fact]
    public void Whoever_hears_others_is_not_kept_apart() =>
        Assert.Equal(Verdict.Ok, Check(
            Hearing.Of(Hearing.Back, Hearing.Room("a", "10.1.0.9")), Hearing.Wireless, Router)!.Verdict);

    [Fact]
    public void A_room_of_this_computer_proves_nothing() =>
        Assert.Equal(Verdict.Warning, Check(
            Hearing.Of(Hearing.Back, Hearing.Room("a", "10.1.2.3", isLocal: true)), Hearing.Wireless, Router)!.Verdict);

    [Fact]
    public void Another_device_that_answers_is_not_kept_apart() =>
        Assert.Equal(Verdict.Ok, Check(Quiet, Hearing.Wireless, Router, Printer)!.Verdict);

    [Fact]
    public void Others_that_were_asked_for_and_don_t_answer_seem_kept_apart()
    {
        var finding = Check(Quiet, Hearing.Cable, Router, Printer with { Answers = false })!;

        Assert.Equal(Verdict.Warning, finding.Verdict);
        Assert.StartsWith("Client isolation is likely", finding.Text);
        Assert.Contains(finding.Advice, advice => advice.Contains("client isolation"));
    }

    [Fact]
    public void In_the_air_hearing_nobody_is_suspect_and_on_a_cable_it_is_not()
    {
        Assert.Equal(Verdict.Warning, Check(Quiet, Hearing.Wireless, Router)!.Verdict);
        Assert.Equal(Verdict.Ok, Check(Quiet, Hearing.Cable, Router)!.Verdict);
    }

    [Fact]
    public void A_router_that_does_not_answer_is_a_broken_link() =>
        Assert.Contains("not even the router", Check(Quiet, Hearing.Wireless, Router with { Answers = false })!.Text);

    [Fact]
    public void Where_nothing_could_be_heard_anyway_nothing_is_said()
    {
        Assert.Null(Check(null, Hearing.Wireless, Router));
        Assert.Null(Check(Hearing.Of(Hearing.Lost), Hearing.Wireless, Router));
        Assert.Null(IsolationCheck.Of([], Quiet, []));
    }
}

using LanChat.Client.Doctor.Checks;

namespace LanChat.Client.Tests.Doctor;

public sealed class EchoCheckSpecs
{
    [Fact]
    public void A_broadcast_that_returns_is_fine() =>
        Assert.Equal(Verdict.Ok, EchoCheck.Of(DiscoveryResults.Back, 8000).Verdict);

    [Fact]
    public void A_broadcast_that_does_not_return_is_a_problem()
    {
        var finding = EchoCheck.Of(DiscoveryResults.Lost, 8000);

        Assert.Equal(Verdict.Problem, finding.Verdict);
        Assert.Contains("192.168.1.255, port 8000, don't come back", finding.Text);
    }

    [Fact]
    public void A_send_failure_is_reported()
    {
        var finding = EchoCheck.Of(DiscoveryResults.Lost with { Failure = "Network is unreachable" }, 8000);

        Assert.Equal(
            (Verdict.Problem, "Cannot send to 192.168.1.255: Network is unreachable."),
            (finding.Verdict, finding.Text));
    }
}

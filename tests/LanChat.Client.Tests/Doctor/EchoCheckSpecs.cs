using LanChat.Client.Doctor.Checks;

namespace LanChat.Client.Tests.Doctor;

public sealed class EchoCheckSpecs
{
    [Fact]
    public void What_comes_back_is_as_it_should_be() =>
        Assert.Equal(Verdict.Ok, EchoCheck.Of(Hearing.Back, 8000).Verdict);

    [Fact]
    public void What_does_not_come_back_is_shut_out_here()
    {
        var finding = EchoCheck.Of(Hearing.Lost, 8000);

        Assert.Equal(Verdict.Problem, finding.Verdict);
        Assert.Contains("192.168.1.255, port 8000, don't come back", finding.Text);
    }

    [Fact]
    public void What_could_not_be_sent_says_why()
    {
        var finding = EchoCheck.Of(Hearing.Lost with { Failure = "Network is unreachable" }, 8000);

        Assert.Equal(
            (Verdict.Problem, "Cannot send to 192.168.1.255: Network is unreachable."),
            (finding.Verdict, finding.Text));
    }
}

using LanChat.Client.Doctor;
using LanChat.Client.Doctor.Checks;

namespace LanChat.Client.Tests.Doctor;

public sealed class FindingLinesSpecs
{
    [Fact]
    public void The_verdict_comes_first_and_the_advice_below() =>
        Assert.Equal(
            ["problem  It is shut.", "             sudo ufw allow 8000/udp"],
            FindingLines.Of(Finding.Problem("It is shut.", "sudo ufw allow 8000/udp")));

    [Fact]
    public void Control_characters_in_a_finding_are_escaped() =>
        Assert.Equal(["ok       DiscoveryResult: ␛[2J."], FindingLines.Of(Finding.Ok("DiscoveryResult: \e[2J.")));
}

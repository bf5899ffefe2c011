using LanChat.Client.Doctor;
using LanChat.Client.Doctor.Checks;

namespace LanChat.Client.Tests.Doctor;

public sealed class FindingLinesSpecs
{
    [Fact]
    public void The_verdict_is_a_word_and_advice_stands_below() =>
        Assert.Equal(
            ["problem  It is shut.", "             sudo ufw allow 8000/udp"],
            FindingLines.Of(Finding.Problem("It is shut.", "sudo ufw allow 8000/udp")));

    [Fact]
    public void Names_that_others_chose_control_no_terminal() =>
        Assert.Equal(["ok       DiscoveryResult: ␛[2J."], FindingLines.Of(Finding.Ok("DiscoveryResult: \e[2J.")));
}

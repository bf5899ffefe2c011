using LanChat.Client.Doctor.Checks;
using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Tests.Doctor;

public sealed class PortCheckSpecs
{
    [Fact]
    public void A_free_port_is_fine() =>
        Assert.Equal(
            Finding.Ok("UDP port 8000 is free.").Text, PortCheck.Of(new PortUse(8000, PortState.Free, [])).Text);

    [Fact]
    public void A_shared_port_is_fine_and_its_holders_are_named()
    {
        var finding = PortCheck.Of(
            new PortUse(8000, PortState.Shared, ["lanchat (process 12)", "python3 (process 7)"]));

        Assert.Equal(Verdict.Ok, finding.Verdict);
        Assert.Contains("shared with lanchat (process 12), python3 (process 7)", finding.Text);
    }

    [Fact]
    public void A_program_that_holds_the_port_exclusively_is_a_problem()
    {
        var finding = PortCheck.Of(new PortUse(8000, PortState.Taken, ["dnsd (process 9)"]));

        Assert.Equal(Verdict.Problem, finding.Verdict);
        Assert.Contains("dnsd (process 9)", finding.Text);
    }

    [Fact]
    public void A_holder_that_cannot_be_identified_is_another_program() =>
        Assert.Contains("used by another program", PortCheck.Of(new PortUse(8000, PortState.Taken, [])).Text);

    [Fact]
    public void A_forbidden_port_is_a_problem_with_advice()
    {
        var finding = PortCheck.Of(new PortUse(80, PortState.Forbidden, []));

        Assert.Equal(Verdict.Problem, finding.Verdict);
        Assert.NotEmpty(finding.Advice);
    }
}

using LanChat.Client.Doctor.Checks;
using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Tests.Doctor;

public sealed class PortCheckSpecs
{
    [Fact]
    public void A_free_port_is_as_it_should_be() =>
        Assert.Equal(
            Finding.Ok("UDP port 8000 is free.").Text, PortCheck.Of(new PortUse(8000, PortState.Free, [])).Text);

    [Fact]
    public void Sharing_it_is_no_fault_and_names_who_has_it()
    {
        var finding = PortCheck.Of(
            new PortUse(8000, PortState.Shared, ["lanchat (process 12)", "python3 (process 7)"]));

        Assert.Equal(Verdict.Ok, finding.Verdict);
        Assert.Contains("shared with lanchat (process 12), python3 (process 7)", finding.Text);
    }

    [Fact]
    public void A_program_that_keeps_it_to_itself_is_the_problem()
    {
        var finding = PortCheck.Of(new PortUse(8000, PortState.Taken, ["dnsd (process 9)"]));

        Assert.Equal(Verdict.Problem, finding.Verdict);
        Assert.Contains("dnsd (process 9)", finding.Text);
    }

    [Fact]
    public void A_holder_that_can_t_be_seen_is_another_program() =>
        Assert.Contains("used by another program", PortCheck.Of(new PortUse(8000, PortState.Taken, [])).Text);

    [Fact]
    public void A_port_the_system_keeps_back_is_a_problem_with_a_way_out()
    {
        var finding = PortCheck.Of(new PortUse(80, PortState.Forbidden, []));

        Assert.Equal(Verdict.Problem, finding.Verdict);
        Assert.NotEmpty(finding.Advice);
    }
}

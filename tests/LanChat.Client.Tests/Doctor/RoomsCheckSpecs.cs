using LanChat.Client.Doctor.Checks;

namespace LanChat.Client.Tests.Doctor;

public sealed class RoomsCheckSpecs
{
    [Fact]
    public void Rooms_that_are_heard_are_named()
    {
        var finding = RoomsCheck.Of(Hearing.Of(
            Hearing.Back, Hearing.Room("物联网", "192.168.1.9"), Hearing.Room("Mine", "192.168.1.7", isLocal: true)));

        Assert.Equal(
            (Verdict.Ok, "Found: 物联网 at 192.168.1.9:8001, Mine at 192.168.1.7:8001 (this computer)."),
            (finding.Verdict, finding.Text));
    }

    [Fact]
    public void Silence_is_no_proof_but_worth_a_look()
    {
        var finding = RoomsCheck.Of(Hearing.Of(Hearing.Back));

        Assert.Equal((Verdict.Warning, "No room found in 5 s."), (finding.Verdict, finding.Text));
    }
}

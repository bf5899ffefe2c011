using LanChat.Client.Doctor.Checks;

namespace LanChat.Client.Tests.Doctor;

public sealed class RoomsCheckSpecs
{
    [Fact]
    public void Discovered_rooms_are_named()
    {
        var finding = RoomsCheck.Of(DiscoveryResults.Of(
            DiscoveryResults.Back, DiscoveryResults.Room("物联网", "192.168.1.9"), DiscoveryResults.Room("Mine", "192.168.1.7", isLocal: true)));

        Assert.Equal(
            (Verdict.Ok, "Found: 物联网 at 192.168.1.9:8001, Mine at 192.168.1.7:8001 (this computer)."),
            (finding.Verdict, finding.Text));
    }

    [Fact]
    public void No_room_is_a_warning()
    {
        var finding = RoomsCheck.Of(DiscoveryResults.Of(DiscoveryResults.Back));

        Assert.Equal((Verdict.Warning, "No room found in 5 s."), (finding.Verdict, finding.Text));
    }
}

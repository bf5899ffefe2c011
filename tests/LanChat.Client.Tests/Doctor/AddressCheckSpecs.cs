using LanChat.Client.Doctor.Checks;
using LanChat.Client.Doctor.Facts;
using LanChat.Client.Sessions;

namespace LanChat.Client.Tests.Doctor;

public sealed class AddressCheckSpecs
{
    private static Finding Check(RoomProbeResult reached, string? name = null) =>
        AddressCheck.Of(new ServerAddress("pc7", 8001), reached, name);

    [Fact]
    public void A_discovered_room_is_named()
    {
        Assert.Equal("pc7:8001 is the room Our room, and can be entered.", Check(
            new RoomProbeResult.Room(), "Our room").Text);
        Assert.Equal(
            Finding.Ok("pc7:8001 is a room, and can be entered.").Text, Check(new RoomProbeResult.Room()).Text);
    }

    [Fact]
    public void A_refused_join_is_a_warning_with_the_reason()
    {
        var finding = Check(new RoomProbeResult.Room("too-many-connections"));

        Assert.Equal(Verdict.Warning, finding.Verdict);
        Assert.Contains("too-many-connections", finding.Text);
    }

    [Fact]
    public void A_server_that_is_not_a_room_is_a_problem() =>
        Assert.Equal(Verdict.Problem, Check(new RoomProbeResult.NoRoom()).Verdict);

    [Fact]
    public void A_closed_port_is_distinguished_from_no_answer()
    {
        Assert.Contains("no program listens on that port", Check(new RoomProbeResult.NothingThere()).Text);
        Assert.Contains("does not answer", Check(new RoomProbeResult.NoAnswer()).Text);
    }

    [Fact]
    public void Without_an_answer_the_advice_opens_the_port_of_the_room() =>
        Assert.Contains(
            Check(new RoomProbeResult.NoAnswer()).Advice, advice => advice.EndsWith("sudo ufw allow 8001/tcp"));

    [Fact]
    public void An_unknown_host_is_distinguished_from_other_failures()
    {
        Assert.Contains("Unknown host pc7", Check(new RoomProbeResult.UnknownHost()).Text);
        Assert.Contains("No route to host", Check(new RoomProbeResult.Failed("No route to host")).Text);
    }
}

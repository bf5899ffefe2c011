using System.Net;
using LanChat.Client.Doctor.Checks;
using LanChat.Client.Doctor.Facts;
using LanChat.Client.Sessions;
using LanChat.Settings;

namespace LanChat.Client.Doctor;

/// <summary>Finds out, step by step, why rooms don't show up; facts are gathered here and judged by the checks.</summary>
/// <param name="discovery">Where and how often rooms are announced.</param>
/// <param name="server">A room that should be there, or null.</param>
/// <param name="findings">Is told each finding as it is made.</param>
internal sealed class Examination(DiscoverySettings discovery, ServerAddress? server, Action<Finding> findings)
{
    // Two announcements of every room, and some time to arrive.
    private const double IntervalsToListen = 2.5;
    private static readonly TimeSpan ShortestListening = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private Verdict _worst = Verdict.Ok;

    /// <summary>The exit code: 0 when all is as it should be, 1 when something was found.</summary>
    public async Task<int> Run()
    {
        var networks = LocalNetworks.All();
        foreach (var finding in NetworksCheck.Of(networks)) Tell(finding);

        var port = UdpPort.Look(discovery.Port);
        Tell(PortCheck.Of(port));

        var heard = port.CanListen ? await Listening.For(discovery.Port, Targets(networks), [.. networks.Select(each => each.Address)], Time) : null;
        foreach (var echo in heard?.Echoes ?? []) Tell(EchoCheck.Of(echo, discovery.Port));
        Tell(FirewallCheck.Of(Firewalls.Find(), heard, discovery.Port));
        if (heard is not null) Tell(RoomsCheck.Of(heard));
        if (IsolationCheck.Of(networks, heard, Neighbours.All()) is { } isolation) Tell(isolation);
        if (server is not null) Tell(AddressCheck.Of(server, await RoomGreeting.Try(server, Patience), NameOf(server, heard)));
        return _worst == Verdict.Ok ? 0 : 1;
    }

    private TimeSpan Time =>
        discovery.Interval * IntervalsToListen is var time && time > ShortestListening ? time : ShortestListening;

    /// <summary>Where a server of the same settings announces its room.</summary>
    private IReadOnlyList<IPAddress> Targets(IReadOnlyList<LocalNetwork> networks) => discovery.Targets.Count > 0
        ? [.. discovery.Targets.Distinct()]
        : [.. networks.Select(each => each.Broadcast).OfType<IPAddress>().Distinct()];

    private static string? NameOf(ServerAddress server, Heard? heard) =>
        heard?.Rooms.FirstOrDefault(each => ServerAddress.Of(each.Room.Address) == server)?.Room.Name.Text;

    private void Tell(Finding finding)
    {
        if (finding.Verdict > _worst) _worst = finding.Verdict;
        findings(finding);
    }
}

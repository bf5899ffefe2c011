using System.Net;
using LanChat.Client.Doctor.Checks;
using LanChat.Client.Doctor.Facts;
using LanChat.Client.Sessions;
using LanChat.Settings;

namespace LanChat.Client.Doctor;

/// <summary>
/// Finds out why rooms do not show up: gathers facts and has the checks judge them.
/// </summary>
/// <param name="discovery">The discovery settings.</param>
/// <param name="server">A room that should be reachable, or null.</param>
/// <param name="findings">Receives each finding.</param>
internal sealed class Diagnosis(DiscoverySettings discovery, ServerAddress? server, Action<Finding> findings)
{
    // Time for two announcements of every room, and for their arrival.
    private const double IntervalsToReceive = 2.5;
    private static readonly TimeSpan MinTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(3);

    private Verdict _worst = Verdict.Ok;

    /// <summary>
    /// Runs all checks. Returns the exit code: 0 if everything is as it should be, otherwise 1.
    /// </summary>
    public async Task<int> Run()
    {
        var networks = LocalNetworks.All();
        foreach (var finding in NetworksCheck.Of(networks)) Report(finding);

        var port = UdpPort.Probe(discovery.Port);
        Report(PortCheck.Of(port));

        IPAddress[] own = [.. networks.Select(each => each.Address)];
        var received = port.CanListen
            ? await DiscoveryProbe.Run(discovery.Port, Targets(networks), own, Time)
            : null;
        foreach (var echo in received?.Echoes ?? []) Report(EchoCheck.Of(echo, discovery.Port));
        Report(FirewallCheck.Of(Firewalls.Find(), received, discovery.Port));
        if (received is not null) Report(RoomsCheck.Of(received));
        if (IsolationCheck.Of(networks, received, ArpTable.All()) is { } isolation) Report(isolation);
        if (server is not null)
            Report(AddressCheck.Of(server, await RoomProbe.Try(server, ProbeTimeout), NameOf(server, received)));
        return _worst == Verdict.Ok ? 0 : 1;
    }

    private TimeSpan Time =>
        discovery.Interval * IntervalsToReceive is var time && time > MinTime ? time : MinTime;

    /// <summary>
    /// The addresses to which a server with the same settings sends announcements.
    /// </summary>
    private IReadOnlyList<IPAddress> Targets(IReadOnlyList<LocalNetwork> networks) => discovery.Targets.Count > 0
        ? [.. discovery.Targets.Distinct()]
        : [.. networks.Select(each => each.Broadcast).OfType<IPAddress>().Distinct()];

    private static string? NameOf(ServerAddress server, DiscoveryResult? received) =>
        received?.Rooms.FirstOrDefault(each => ServerAddress.Of(each.Room.Address) == server)?.Room.Name.Text;

    private void Report(Finding finding)
    {
        if (finding.Verdict > _worst) _worst = finding.Verdict;
        findings(finding);
    }
}

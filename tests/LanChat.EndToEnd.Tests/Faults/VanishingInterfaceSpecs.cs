using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Networks;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

[Collection(FaultsCollection.Name)]
public sealed class VanishingInterfaceSpecs
{
    [NamespaceFact]
    public async Task An_interface_that_vanishes_affects_only_its_own_connections()
    {
        using var network = TwoHosts.Create();
        await using var server = await ServerProgram.StartThrough(
            ["ip", "netns", "exec", network.First], ["lanchat.discovery.interval=50ms"], local: false);
        var room = new IPEndPoint(IPAddress.Parse(TwoHosts.FirstAddress), server.Port);
        using var visitor = await network.OnSecond(() => LineClient.Enter(room, "visitor"));
        using var local = await network.OnFirst(() => LineClient.Enter(server.EndPoint, "local"));

        for (var time = 0; time < FaultScale.Of(3, 30); time++)
        {
            network.RemoveCable();
            await local.Type($"is the cable gone for the {time}. time?");
            await local.Receive($"{time}. time");
            await ServerHealth.AssertClientIsServed(
                server, name => network.OnFirst(() => LineClient.Enter(server.EndPoint, name)));

            network.AddCable();
            await ReceiveAnnouncement(network);
            await ServerHealth.AssertClientIsServed(
                server, name => network.OnSecond(() => LineClient.Enter(room, name)));
            await visitor.Receive($"{time}. time");
        }
    }

    /// <summary>
    /// Waits for an announcement at the other end, which shows that the link is up.
    /// </summary>
    private static async Task ReceiveAnnouncement(TwoHosts network)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        using var listener = network.OnSecond(() => new UdpClient(8000));
        await listener.ReceiveAsync(timeout.Token);
    }
}

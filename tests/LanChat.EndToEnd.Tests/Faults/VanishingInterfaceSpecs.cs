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
    public async Task An_interface_that_vanishes_and_comes_back_costs_only_what_went_by_it()
    {
        using var network = TwoHosts.Create();
        await using var server = await ServerProgram.StartThrough(
            ["ip", "netns", "exec", network.First], ["lanchat.discovery.interval=50ms"], local: false);
        var room = new IPEndPoint(IPAddress.Parse(TwoHosts.FirstAddress), server.Port);
        using var visitor = await network.OnSecond(() => LineClient.Enter(room, "visitor"));
        using var local = await network.OnFirst(() => LineClient.Enter(server.EndPoint, "local"));

        for (var time = 0; time < Extent.Of(3, 30); time++)
        {
            network.TakeCable();
            await local.Type($"is the cable gone for the {time}. time?");
            await local.Hear($"{time}. time");
            await Afterwards.AnybodyIsServed(
                server, name => network.OnFirst(() => LineClient.Enter(server.EndPoint, name)));

            network.PutCable();
            await HearAnnouncement(network);
            await Afterwards.AnybodyIsServed(server, name => network.OnSecond(() => LineClient.Enter(room, name)));
            await visitor.Hear($"{time}. time");
        }
    }

    /// <summary>The room is announced at the other end: the cable carries again.</summary>
    private static async Task HearAnnouncement(TwoHosts network)
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        using var listener = network.OnSecond(() => new UdpClient(8000));
        await listener.ReceiveAsync(patience.Token);
    }
}

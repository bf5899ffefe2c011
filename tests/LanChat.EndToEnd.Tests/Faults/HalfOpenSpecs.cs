using System.Net;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Networks;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

[Collection(FaultsCollection.Name)]
public sealed class HalfOpenSpecs
{
    private const int Handshakes = 5000;

    [NamespaceFact]
    public async Task Thousands_of_half_open_handshakes_do_not_keep_clients_out()
    {
        using var network = TwoHosts.Create();
        await using var server = await ServerProgram.StartThrough(
            ["ip", "netns", "exec", network.First], [], local: false);
        var room = new IPEndPoint(IPAddress.Parse(TwoHosts.FirstAddress), server.Port);
        using var handshakes = network.OnSecond(HalfOpen.Open);
        for (var number = 0; number < Handshakes; number++)
            handshakes.Begin(IPAddress.Parse($"10.77.0.{3 + (number % 250)}"), 1024 + number, room);
        Assert.NotEqual(0, network.OnFirst(CountHalfOpen));

        await ServerHealth.AssertClientIsServed(server, name => network.OnSecond(() => LineClient.Enter(room, name)));
    }

    // Counts connections in state SYN-RECV: 03 in the fourth field.
    private static int CountHalfOpen() => File.ReadLines("/proc/thread-self/net/tcp").Count(
        line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3] == "03");
}

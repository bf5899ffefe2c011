using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

[Collection(FaultsCollection.Name)]
public sealed class DatagramSpecs
{
    [Fact]
    public async Task A_full_buffer_of_datagrams_at_either_end_costs_only_what_does_not_fit()
    {
        using var listener = new Socket(
            AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
        {
            ReceiveBufferSize = 2048,
        };
        listener.Bind(new IPEndPoint(IPAddress.Any, 0));
        await using var server = await ServerProgram.Start(
            "lanchat.discovery.interval=50ms", $"lanchat.discovery.port={((IPEndPoint)listener.LocalEndPoint!).Port}");
        var announcer = await ReceiveFrom(listener);

        // Nobody reads the listener's while the server's own is flooded.
        using var flooder = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var datagram = new byte[1400];
        for (var number = 0; number < Extent.Of(100_000, 1_000_000); number++) flooder.SendTo(datagram, announcer);

        await Afterwards.AnybodyIsServed(server);
        // More than can have waited.
        for (var fresh = 0; fresh < 20; fresh++) await ReceiveFrom(listener);
    }

    private static async Task<EndPoint> ReceiveFrom(Socket listener)
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        return (await listener.ReceiveFromAsync(
            new byte[4096], new IPEndPoint(IPAddress.Any, 0), patience.Token)).RemoteEndPoint;
    }
}

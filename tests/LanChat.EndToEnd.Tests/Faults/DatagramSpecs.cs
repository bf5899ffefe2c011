using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

[Collection(FaultsCollection.Name)]
public sealed class DatagramSpecs
{
    [Fact]
    public async Task Full_datagram_buffers_lose_only_the_datagrams_that_do_not_fit()
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

        // The listener's buffer fills, because nobody reads it, while the server's own is flooded.
        using var flooder = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var datagram = new byte[1400];
        for (var number = 0; number < FaultScale.Of(100_000, 1_000_000); number++) flooder.SendTo(datagram, announcer);

        await ServerHealth.AssertClientIsServed(server);
        // More announcements than the buffer can have held.
        for (var fresh = 0; fresh < 20; fresh++) await ReceiveFrom(listener);
    }

    private static async Task<EndPoint> ReceiveFrom(Socket listener)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        return (await listener.ReceiveFromAsync(
            new byte[4096], new IPEndPoint(IPAddress.Any, 0), timeout.Token)).RemoteEndPoint;
    }
}

using System.Net;
using System.Net.Sockets;
using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Tests.Doctor;

public sealed class DiscoveryProbeSpecs
{
    private static readonly IPAddress Here = IPAddress.Parse("127.255.255.255");

    [Fact]
    public async Task A_broadcast_returns_and_is_not_a_room_announcement()
    {
        using var other = UdpPort.Open(0);
        var port = ((IPEndPoint)other.LocalEndPoint!).Port;

        var received = await DiscoveryProbe.Run(port, [Here], [], TimeSpan.FromSeconds(1));

        Assert.Equal([new Echo(Here, CameBack: true)], received.Echoes);
        Assert.Empty(received.Rooms);
        var buffer = new byte[2048];
        var datagram = buffer.AsMemory(0, other.Receive(buffer));
        Assert.False(LanChat.Protocol.Announcement.TryRead(datagram, IPAddress.Loopback, out _));
    }

    [Fact]
    public void A_port_is_free_shared_or_taken()
    {
        int port;
        using (var shared = UdpPort.Open(0))
        {
            port = ((IPEndPoint)shared.LocalEndPoint!).Port;
            Assert.Equal(PortState.Shared, UdpPort.Probe(port).State);
        }

        Assert.Equal(PortState.Free, UdpPort.Probe(port).State);
        using var alone = new Socket(
            AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
        {
            ExclusiveAddressUse = true,
        };
        alone.Bind(new IPEndPoint(IPAddress.Any, 0));
        var use = UdpPort.Probe(((IPEndPoint)alone.LocalEndPoint!).Port);
        Assert.Equal(PortState.Taken, use.State);
        if (OperatingSystem.IsLinux())
            Assert.Contains($"(process {Environment.ProcessId})", Assert.Single(use.Holders));
    }
}

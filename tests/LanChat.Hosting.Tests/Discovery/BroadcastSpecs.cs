using System.Net;
using System.Net.Sockets;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Settings;

namespace LanChat.Discovery.Tests;

/// <summary>Discovery over real sockets, on the loopback broadcast address.</summary>
public sealed class BroadcastSpecs() : Spec(LayeredSettings.Reference.Config)
{
    private static readonly IPAddress Broadcast = IPAddress.Parse("127.255.255.255");

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Any, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    [Fact]
    public void Two_clients_on_one_computer_both_receive_announcements()
    {
        var settings = new DiscoverySettings(FreePort(), TimeSpan.FromSeconds(2), []);
        var listeners = new[] { CreateTestProbe(), CreateTestProbe() };
        foreach (var listener in listeners)
        {
            Sys.ActorOf(DiscoveryActor.Props(settings, 10, Sys.Udp(), listener.Ref));
            Assert.Empty(listener.ExpectMsg<DiscoveryProtocol.RoomsChanged>().Rooms);
        }

        using var room = new Socket(
            AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
        {
            EnableBroadcast = true,
        };
        var announcement = new Announcement(RoomNames.Room(new string('物', 200)), new PeerAddress("127.0.0.1", 9));
        room.SendTo(announcement.ToDatagram(), new IPEndPoint(Broadcast, settings.Port));

        foreach (var listener in listeners)
            Assert.Equal(announcement.Name.Text, Assert.Single(
                listener.ExpectMsg<DiscoveryProtocol.RoomsChanged>().Rooms).Name.Text);
    }

    [Fact]
    public void A_port_in_exclusive_use_is_reported()
    {
        using var exclusive = new Socket(
            AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
        {
            ExclusiveAddressUse = true,
        };
        exclusive.Bind(new IPEndPoint(IPAddress.Any, 0));
        var port = ((IPEndPoint)exclusive.LocalEndPoint!).Port;

        Sys.ActorOf(
            DiscoveryActor.Props(new DiscoverySettings(port, TimeSpan.FromSeconds(2), []), 10, Sys.Udp(), TestActor));

        Assert.Equal(port, ExpectMsg<DiscoveryProtocol.ListenFailed>().Port);
    }
}

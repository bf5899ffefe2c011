using System.Net;
using System.Net.Sockets;
using LanChat.Server.Sockets;

namespace LanChat.Server.Tests.Connections;

public sealed class FileDescriptorReserveSpecs
{
    private static (Socket Client, Socket Accepted) Connect()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var client = new Socket(
            AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveTimeout = 20_000,
        };
        client.Connect(listener.LocalEndPoint!);
        return (client, listener.Accept());
    }

    [Fact]
    public void A_connection_below_the_reserve_is_kept()
    {
        var refused = 0;
        var (client, accepted) = Connect();
        using (client)
        using (accepted)
        {
            new FileDescriptorReserve((int)accepted.Handle + 1, () => refused++).AfterConnect(accepted);

            Assert.True(accepted.Connected);
            Assert.Equal(0, refused);
        }
    }

    [Fact]
    public void A_connection_in_the_reserve_is_reset_and_counted()
    {
        var refused = 0;
        var (client, accepted) = Connect();
        using (client)
        {
            new FileDescriptorReserve((int)accepted.Handle, () => refused++).AfterConnect(accepted);

            Assert.Equal(SocketError.ConnectionReset, Assert.Throws<SocketException>(
                () => client.Receive(new byte[1])).SocketErrorCode);
            Assert.Equal(1, refused);
        }
    }
}

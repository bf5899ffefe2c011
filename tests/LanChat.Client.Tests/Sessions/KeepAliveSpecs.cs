using System.Net.Sockets;
using LanChat.Client.Sessions;

namespace LanChat.Client.Tests.Sessions;

public sealed class KeepAliveSpecs
{
    [Fact]
    public void A_dead_server_is_noticed_within_90_seconds()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        new KeepAlive().AfterConnect(socket);

        Assert.NotEqual(0, (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive)!);
        Assert.Equal(60, Option(SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(10, Option(SocketOptionName.TcpKeepAliveInterval));
        Assert.Equal(3, Option(SocketOptionName.TcpKeepAliveRetryCount));

        int Option(SocketOptionName name) => (int)socket.GetSocketOption(SocketOptionLevel.Tcp, name)!;
    }
}

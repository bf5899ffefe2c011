using System.Net;
using System.Net.Sockets;
using LanChat.Server.Sockets;

namespace LanChat.Server.Tests.Connections;

public sealed class KeepAliveSpecs
{
    private static int Option(Socket socket, SocketOptionName name) =>
        (int)socket.GetSocketOption(SocketOptionLevel.Tcp, name)!;

    [Fact]
    public void Keep_alive_options_are_set_as_configured()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        client.Connect(listener.LocalEndPoint!);
        using var socket = listener.Accept();
        string[] settings =
            ["liveness.keep-alive=1m", "liveness.keep-alive-interval=7s", "liveness.keep-alive-count=4"];

        new KeepAlive(TestSettings.With(settings).Liveness).AfterConnect(socket);

        Assert.NotEqual(0, (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive)!);
        Assert.Equal(60, Option(socket, SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(7, Option(socket, SocketOptionName.TcpKeepAliveInterval));
        Assert.Equal(4, Option(socket, SocketOptionName.TcpKeepAliveRetryCount));
    }

    [Fact]
    public void The_maximum_keep_alive_times_are_accepted_by_the_system()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        string[] settings =
            ["liveness.keep-alive=32767s", "liveness.keep-alive-interval=32767s", "liveness.keep-alive-count=127"];

        new KeepAlive(TestSettings.With(settings).Liveness).AfterConnect(socket);

        Assert.Equal(32_767, Option(socket, SocketOptionName.TcpKeepAliveTime));
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LanChat.Server.Tests.Discovery;

/// <summary>Receives announcements on a free UDP port of the loopback interface.</summary>
internal sealed class Listener : IDisposable
{
    private readonly Socket _socket = new(
        AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
    {
        ReceiveTimeout = 20_000,
    };

    public Listener(int port = 0)
    {
        _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _socket.Bind(new IPEndPoint(IPAddress.Any, port));
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>Whether a datagram is waiting.</summary>
    public bool HasMore => _socket.Available > 0;

    public string Receive() => ReceiveFrom().Text;

    public (string Text, IPEndPoint Source) ReceiveFrom()
    {
        var buffer = new byte[4096];
        EndPoint source = new IPEndPoint(IPAddress.Any, 0);
        var count = _socket.ReceiveFrom(buffer, ref source);
        return (Encoding.UTF8.GetString(buffer, 0, count), (IPEndPoint)source);
    }

    public void Dispose() => _socket.Dispose();
}

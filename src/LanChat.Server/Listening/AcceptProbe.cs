using System.Net;
using System.Net.Sockets;

namespace LanChat.Server.Listening;

/// <summary>
/// A connection from the server to one of its own ports; shows that the port accepts connections.
/// </summary>
internal sealed class AcceptProbe : IDisposable
{
    private readonly Socket _socket;
    private readonly SocketAsyncEventArgs _connecting;

    private AcceptProbe(Socket socket, IPEndPoint target)
    {
        (_socket, From) = (socket, (IPEndPoint)socket.LocalEndPoint!);
        _connecting = new SocketAsyncEventArgs { RemoteEndPoint = target };
        _socket.ConnectAsync(_connecting);
    }

    /// <summary>Its local endpoint, by which the listener recognises it.</summary>
    public IPEndPoint From { get; }

    /// <summary>
    /// Starts connecting. Returns null if the system has no socket left, which says nothing about
    /// the listener.
    /// </summary>
    public static AcceptProbe? TryConnect(IPEndPoint endPoint)
    {
        var address = endPoint.Address.Equals(IPAddress.Any) ? IPAddress.Loopback
            : endPoint.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
            : endPoint.Address;
        Socket? socket = null;
        try
        {
            socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            return new AcceptProbe(socket, new IPEndPoint(address, endPoint.Port));
        }
        catch (SocketException)
        {
            socket?.Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _connecting.Dispose();
    }
}

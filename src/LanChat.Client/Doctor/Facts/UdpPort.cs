using System.Net;
using System.Net.Sockets;

namespace LanChat.Client.Doctor.Facts;

/// <summary>Opens a UDP port as the client does.</summary>
internal static class UdpPort
{
    public static PortUse Probe(int port)
    {
        var alone = Try(port, shared: false);
        var state = alone == PortState.Free ? PortState.Free : Try(port, shared: true);
        return new PortUse(port, state, state == PortState.Free ? [] : PortHolders.Of(port));
    }

    /// <summary>Opens the port; <paramref name="shared"/> lets others open it too.</summary>
    public static Socket Open(int port, bool shared = true)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (shared) socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            else socket.ExclusiveAddressUse = true;
            socket.Bind(new IPEndPoint(IPAddress.Any, port));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static PortState Try(int port, bool shared)
    {
        try
        {
            Open(port, shared).Dispose();
            return shared ? PortState.Shared : PortState.Free;
        }
        catch (SocketException wrong)
        {
            return wrong.SocketErrorCode == SocketError.AddressAlreadyInUse ? PortState.Taken : PortState.Forbidden;
        }
    }
}

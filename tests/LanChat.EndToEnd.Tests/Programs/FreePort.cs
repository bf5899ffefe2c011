using System.Net;
using System.Net.Sockets;

namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>Ports for servers that reopen at the same place after a restart.</summary>
internal static class FreePort
{
    /// <summary>
    /// A free TCP port of loopback. The system does not soon assign it to another socket.
    /// </summary>
    public static int Tcp()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

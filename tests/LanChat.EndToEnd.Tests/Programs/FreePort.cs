using System.Net;
using System.Net.Sockets;

namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>Ports for servers that must be found again at the same place after a restart.</summary>
internal static class FreePort
{
    /// <summary>
    /// A TCP port of loopback. Nobody else takes one that the system has just given away and taken
    /// back.
    /// </summary>
    public static int Tcp()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

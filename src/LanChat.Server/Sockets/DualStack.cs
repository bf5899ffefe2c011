using System.Net.Sockets;
using Akka.IO;

namespace LanChat.Server.Sockets;

/// <summary>Has a socket that listens on every IPv6 address take IPv4 as well: a room is announced by its IPv4 addresses.</summary>
internal sealed class DualStack : Inet.SocketOption
{
    public override void BeforeServerSocketBind(Socket ss)
    {
        if (ss.AddressFamily == AddressFamily.InterNetworkV6) ss.DualMode = true;
    }
}

using System.Net.Sockets;
using Akka.IO;

namespace LanChat.Server.Sockets;

/// <summary>
/// Makes an IPv6 listener accept IPv4 as well: a room is announced with its IPv4 addresses.
/// </summary>
internal sealed class DualStack : Inet.SocketOption
{
    public override void BeforeServerSocketBind(Socket ss)
    {
        if (ss.AddressFamily == AddressFamily.InterNetworkV6) ss.DualMode = true;
    }
}

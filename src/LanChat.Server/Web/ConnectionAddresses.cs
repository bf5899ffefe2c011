using System.Net;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>The endpoints of a connection in Akka.IO's types.</summary>
internal static class ConnectionAddresses
{
    public static IPEndPoint Remote(this ConnectionInfo connection) =>
        Of(connection.RemoteIpAddress, connection.RemotePort);

    public static IPEndPoint Local(this ConnectionInfo connection) =>
        Of(connection.LocalIpAddress, connection.LocalPort);

    private static IPEndPoint Of(IPAddress? address, int port) => new(address ?? IPAddress.None, port);
}

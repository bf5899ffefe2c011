using System.Net;
using LanChat.Server.Sockets;

namespace LanChat.Server.Transports;

/// <summary>
/// A dialect's endpoint; tells Kestrel's dialect listeners from its HTTP listeners.
/// </summary>
internal sealed class KestrelEndPoint(DialectEndpoint endpoint)
    : IPEndPoint(endpoint.EndPoint.Address, endpoint.EndPoint.Port)
{
    public DialectEndpoint Endpoint { get; } = endpoint;
}

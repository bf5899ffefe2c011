using System.Net;
using LanChat.Server.Sockets;

namespace LanChat.Server.Transports;

/// <summary>An end point that is a dialect's, by which Kestrel's listeners are told apart.</summary>
internal sealed class KestrelEndPoint(DialectEndpoint endpoint) : IPEndPoint(endpoint.EndPoint.Address, endpoint.EndPoint.Port)
{
    public DialectEndpoint Endpoint { get; } = endpoint;
}

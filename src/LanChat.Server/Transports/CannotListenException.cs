using LanChat.Server.Sockets;

namespace LanChat.Server.Transports;

/// <summary>A dialect's endpoint cannot be bound.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="inner">The cause.</param>
internal sealed class CannotListenException(DialectEndpoint endpoint, Exception inner)
    : Exception(inner.Message, inner)
{
    public DialectEndpoint Endpoint { get; } = endpoint;
}

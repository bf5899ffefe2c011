using LanChat.Server.Sockets;

namespace LanChat.Server.Transports;

/// <summary>A dialect's port can't be listened on.</summary>
/// <param name="endpoint">Which one.</param>
/// <param name="inner">Why.</param>
internal sealed class CannotListenException(DialectEndpoint endpoint, Exception inner)
    : Exception(inner.Message, inner)
{
    public DialectEndpoint Endpoint { get; } = endpoint;
}

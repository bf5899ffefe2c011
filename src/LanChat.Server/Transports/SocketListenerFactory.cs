using System.Net;
using System.Net.Sockets;
using LanChat.Server.Sockets;
using Microsoft.AspNetCore.Connections;

namespace LanChat.Server.Transports;

/// <summary>
/// Binds the dialects' ports for Kestrel, with the socket options of Akka.IO's listeners. HTTP uses
/// Kestrel's own sockets, as its limits differ.
/// </summary>
internal sealed class SocketListenerFactory(ListenSockets sockets, BoundEndpoints bound, IMemoryPoolFactory<byte> pools)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => endpoint is KestrelEndPoint;

    /// <exception cref="CannotListenException">The port is in use or not allowed.</exception>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var dialect = ((KestrelEndPoint)endpoint).Endpoint;
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            foreach (var option in sockets.Options) option.BeforeServerSocketBind(socket);
            socket.Bind(endpoint);
            socket.Listen(sockets.Backlog);
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new CannotListenException(dialect, failure);
        }

        bound.Add(dialect with { EndPoint = (IPEndPoint)socket.LocalEndPoint! });
        return new ValueTask<IConnectionListener>(new SocketListener(socket, sockets.Options, pools.Create()));
    }
}

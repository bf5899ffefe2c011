using System.Net;
using LanChat.Server.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace LanChat.Server.Web;

/// <summary>
/// Kestrel's sockets with a connection limit. Resets a connection over the limit before accepting
/// the next, so that refused connections use one file descriptor at a time. Sets the send timeout.
/// </summary>
internal sealed class LimitedTransport(SocketTransportFactory sockets, ConnectionLimit limit, WebSettings settings)
    : IConnectionListenerFactory
{
    private sealed class Listener(IConnectionListener sockets, ConnectionLimit limit, TimeSpan sendTimeout)
        : IConnectionListener
    {
        public EndPoint EndPoint => sockets.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (await sockets.AcceptAsync(cancellationToken) is { } connection)
            {
                var address = (connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
                if (limit.TryAcquire(address) is { } lease)
                {
                    connection.Features.Set(lease);
                    connection.ConnectionClosed.Register(lease.Release);
                    SendTimeout.Set(connection, sendTimeout);
                    return connection;
                }

                connection.Abort();
                await connection.DisposeAsync();
            }

            return null;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) =>
            sockets.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => sockets.DisposeAsync();
    }

    public async ValueTask<IConnectionListener> BindAsync(
        EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await sockets.BindAsync(endpoint, cancellationToken), limit, settings.Unread);
}

using System.Net;
using LanChat.Server.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace LanChat.Server.Web;

/// <summary>
/// Sockets as Kestrel's own, but whoever finds no seat is cut off before anybody else is accepted, so that those who are turned away never have
/// more than one descriptor together. Who has a seat and takes nothing of what they asked for loses it.
/// </summary>
internal sealed class SeatedTransport(SocketTransportFactory sockets, Seats seats, WebSettings settings) : IConnectionListenerFactory
{
    private sealed class Listener(IConnectionListener sockets, Seats seats, TimeSpan unread) : IConnectionListener
    {
        public EndPoint EndPoint => sockets.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (await sockets.AcceptAsync(cancellationToken) is { } connection)
            {
                if (seats.Take((connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None) is { } seat)
                {
                    connection.Features.Set(seat);
                    connection.ConnectionClosed.Register(seat.Leave);
                    UnreadBound.Set(connection, unread);
                    return connection;
                }

                connection.Abort();
                await connection.DisposeAsync();
            }

            return null;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => sockets.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => sockets.DisposeAsync();
    }

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await sockets.BindAsync(endpoint, cancellationToken), seats, settings.Unread);
}

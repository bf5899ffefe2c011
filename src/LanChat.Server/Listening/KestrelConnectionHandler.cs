using System.Net;
using Akka.Actor;
using Akka.Hosting;
using Akka.IO;
using LanChat.Protocol.Dialects;
using LanChat.Server.Transports;
using Microsoft.AspNetCore.Connections;

namespace LanChat.Server.Listening;

/// <summary>
/// Kestrel's handler of the dialects' connections: hands each to the connection manager and
/// completes when the connection has ended, as Kestrel requires.
/// </summary>
internal sealed class KestrelConnectionHandler(ActorSystem system, IRequiredActor<ConnectionManagerActor> connections)
{
    // Akka.IO's register timeout.
    private static readonly TimeSpan RegisterTimeout = TimeSpan.FromSeconds(5);

    public async Task ReceiveAsync(ConnectionContext connection, IDialect dialect)
    {
        var manager = await connections.WhenRegisteredAsync(connection.ConnectionClosed);
        var socket = new SocketRef(system, (SocketConnection)connection);
        manager.Tell(new ConnectionManagerProtocol.ConnectionAccepted(
            socket, (IPEndPoint)connection.RemoteEndPoint!, (IPEndPoint)connection.LocalEndPoint!, dialect));
        try
        {
            await socket.Registered.WaitAsync(RegisterTimeout);
        }
        catch (TimeoutException)
        {
            socket.Tell(Tcp.Abort.Instance);
        }

        await socket.Ended;
    }
}

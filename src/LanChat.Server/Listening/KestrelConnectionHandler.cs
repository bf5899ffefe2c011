using System.Net;
using Akka.Actor;
using Akka.Hosting;
using Akka.IO;
using LanChat.Protocol.Dialects;
using LanChat.Server.Transports;
using Microsoft.AspNetCore.Connections;

namespace LanChat.Server.Listening;

/// <summary>
/// Kestrel's handler of the dialects' connections: brings each to the connection manager, and keeps it until it is over.
/// </summary>
internal sealed class KestrelConnectionHandler(ActorSystem system, IRequiredActor<ConnectionManagerActor> connections)
{
    // As long as Akka.IO waits.
    private static readonly TimeSpan PatienceWithHandler = TimeSpan.FromSeconds(5);

    public async Task ReceiveAsync(ConnectionContext connection, IDialect dialect)
    {
        var receiver = await connections.WhenRegisteredAsync(connection.ConnectionClosed);
        var socket = new SocketRef(system, (SocketConnection)connection);
        receiver.Tell(new ConnectionManagerProtocol.ConnectionAccepted(
            socket, (IPEndPoint)connection.RemoteEndPoint!, (IPEndPoint)connection.LocalEndPoint!, dialect));
        try
        {
            await socket.Registered.WaitAsync(PatienceWithHandler);
        }
        catch (TimeoutException)
        {
            socket.Tell(Tcp.Abort.Instance);
        }

        await socket.Ended;
    }
}

using System.Net;
using Akka.Actor;
using Akka.Hosting;
using Akka.IO;
using LanChat.Protocol.Dialects;
using Microsoft.AspNetCore.Connections;

namespace LanChat.Server.Connections.Transports;

/// <summary>
/// Kestrel's handler of the dialects' connections: brings each to the reception, and keeps it until it is over.
/// </summary>
internal sealed class ConnectionEntrance(ActorSystem system, IRequiredActor<ReceptionActor> reception)
{
    // As long as Akka.IO waits.
    private static readonly TimeSpan PatienceWithHandler = TimeSpan.FromSeconds(5);

    public async Task ReceiveAsync(ConnectionContext connection, IDialect dialect)
    {
        var receiver = await reception.WhenRegisteredAsync(connection.ConnectionClosed);
        var socket = new SocketRef(system, (SocketConnection)connection);
        receiver.Tell(new ReceptionProtocol.Arrived(
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

using System.Net;
using Akka.IO;
using LanChat.Server.Listening;
using LanChat.Server.Sockets;

namespace LanChat.Server.Tests.Connections.Transports;

public sealed class AkkaIoTransportSpecs : TransportContract
{
    private protected override IPEndPoint Listen()
    {
        var endpoint = new DialectEndpoint(Dialect, new IPEndPoint(IPAddress.Loopback, 0));
        var sockets = ListenSockets.Of(Settings, FileDescriptorBudget.Now(), TimeProvider.System, _ => { });
        Connections.ChildActorOf(ListenerActor.Props(Sys.Tcp(), endpoint, sockets.Backlog, sockets.Options));
        return Connections.ExpectMsg<DialectEndpoint>().EndPoint;
    }
}

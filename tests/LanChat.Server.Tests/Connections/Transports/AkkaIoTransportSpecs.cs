using System.Net;
using Akka.IO;
using LanChat.Server.Connections;

namespace LanChat.Server.Tests.Connections.Transports;

public sealed class AkkaIoTransportSpecs : TransportContract
{
    private protected override IPEndPoint Listen()
    {
        var door = new ReceptionProtocol.Door(Dialect, new IPEndPoint(IPAddress.Loopback, 0));
        var sockets = ListenSockets.Of(Settings, Descriptors.Now(), TimeProvider.System, _ => { });
        Reception.ChildActorOf(ListenerActor.Props(Sys.Tcp(), door, sockets.Backlog, sockets.Options));
        return Reception.ExpectMsg<ReceptionProtocol.Door>().EndPoint;
    }
}

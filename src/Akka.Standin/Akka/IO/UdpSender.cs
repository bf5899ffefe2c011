using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

/// <summary>A datagram socket that nobody can send to.</summary>
internal sealed class UdpSender(IActorRef commander, Udp.SimpleSender command) : UdpSocket
{
    protected override void PreStart()
    {
        Open(new Socket(SocketType.Dgram, ProtocolType.Udp), command.Options);
        commander.Tell(Udp.SimpleSenderReady.Instance, Self);
    }
}

using System.Net;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace Akka.Contract.Tests.IO;

/// <summary>Datagram sockets on this machine, each with a probe that hears what arrives.</summary>
public abstract class UdpSpec(string hocon = "") : Spec(hocon)
{
    protected sealed class Sent : Udp.Event;

    protected static IPEndPoint Loopback(int port) => new(IPAddress.Loopback, port);

    protected BoundSocket Bind(IPEndPoint? address = null, params Inet.SocketOption[] options)
    {
        var handler = CreateTestProbe();
        handler.Send(Sys.Udp(), new Udp.Bind(handler.Ref, address ?? Loopback(0), options));
        var bound = handler.ExpectMsg<Udp.Bound>();
        return new BoundSocket(handler.LastSender, (IPEndPoint)bound.LocalAddress, handler);
    }

    protected IActorRef SimpleSender(params Inet.SocketOption[] options)
    {
        var commander = CreateTestProbe();
        commander.Send(Sys.Udp(), new Udp.SimpleSender(options));
        commander.ExpectMsg<Udp.SimpleSenderReady>();
        return commander.LastSender;
    }

    protected sealed record BoundSocket(IActorRef Socket, IPEndPoint Address, TestProbe Handler)
    {
        public Udp.Received ExpectText(string text)
        {
            var received = Handler.ExpectMsg<Udp.Received>();
            Assert.Equal(text, received.Data.ToString());
            return received;
        }
    }
}

using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class TcpOptionSpecs : TcpSpec
{
    private sealed class Observing(IActorRef observer) : Inet.SocketOption
    {
        public override void BeforeServerSocketBind(Socket ss) => observer.Tell("before bind");

        public override void BeforeConnect(Socket s) => observer.Tell("before connect");

        public override void AfterConnect(Socket s)
        {
            s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            observer.Tell(s);
        }
    }

    [Fact]
    public void Options_of_a_listener_see_its_socket_and_every_accepted_one()
    {
        var accepted = Accept(options: [new Observing(TestActor)]);

        ExpectMsg("before bind");
        var socket = ExpectMsg<Socket>();
        Assert.Equal(accepted.Peer.LocalEndPoint, socket.RemoteEndPoint);
    }

    [Fact]
    public void Options_of_a_connection_see_its_socket_before_and_after_connecting()
    {
        var listener = ListenAsPeer();
        var probe = CreateTestProbe();

        probe.Send(Sys.Tcp(), new Tcp.Connect(listener.LocalEndPoint!, options: [new Observing(TestActor)]));

        ExpectMsg("before connect");
        ExpectMsg<Socket>();
        probe.ExpectMsg<Tcp.Connected>();
    }

    [Fact]
    public void Small_writes_are_not_held_back()
    {
        Accept(options: [new Observing(TestActor)]);

        ExpectMsg("before bind");
        Assert.True(ExpectMsg<Socket>().NoDelay);
    }
}

using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class TcpRegisterSpecs() : TcpSpec("akka.io.tcp.register-timeout = 100ms")
{
    [Fact]
    public void A_connection_nobody_registers_for_in_time_is_closed()
    {
        var listening = Listen();

        var peer = Connect(listening.Address);

        listening.Handler.ExpectMsg<Tcp.Connected>();
        Assert.True(peer.IsGone());
    }

    [Fact]
    public void A_connection_made_and_not_registered_for_is_closed_as_well()
    {
        var listener = ListenAsPeer();
        Sys.Tcp().Tell(new Tcp.Connect(listener.LocalEndPoint!));

        var peer = AcceptAsPeer(listener);

        Assert.True(peer.IsGone());
    }
}

using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class TcpBindSpecs : TcpSpec
{
    [Fact]
    public void Binding_to_port_0_takes_a_free_one_and_says_which()
    {
        var listening = Listen();

        Assert.Equal(IPAddress.Loopback, listening.Address.Address);
        Assert.NotEqual(0, listening.Address.Port);
        Connect(listening.Address);
    }

    [Fact]
    public void Every_connection_is_told_with_both_addresses()
    {
        var listening = Listen();

        for (var i = 0; i < 3; i++)
        {
            var peer = Connect(listening.Address);
            var connected = listening.Handler.ExpectMsg<Tcp.Connected>();
            Assert.Equal(peer.LocalEndPoint, connected.RemoteAddress);
            Assert.Equal(listening.Address, connected.LocalAddress);
        }
    }

    [Fact]
    public void Each_connection_has_an_actor_of_its_own()
    {
        var listening = Listen();

        Connect(listening.Address);
        listening.Handler.ExpectMsg<Tcp.Connected>();
        var first = listening.Handler.LastSender;
        Connect(listening.Address);
        listening.Handler.ExpectMsg<Tcp.Connected>();

        Assert.NotEqual(first, listening.Handler.LastSender);
        Assert.NotEqual(first, listening.Listener);
    }

    [Fact]
    public void A_port_in_use_cannot_be_bound()
    {
        var taken = Listen().Address;
        var command = new Tcp.Bind(TestActor, taken);

        Sys.Tcp().Tell(command);

        var failed = ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(command, failed.Cmd);
        Assert.Equal(SocketError.AddressAlreadyInUse, Assert.IsType<SocketException>(failed.Cause.Value).SocketErrorCode);
    }

    [Fact]
    public void An_address_this_machine_does_not_have_cannot_be_bound()
    {
        Sys.Tcp().Tell(new Tcp.Bind(TestActor, new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0)));

        Assert.IsType<Tcp.Bind>(ExpectMsg<Tcp.CommandFailed>().Cmd);
    }

    [Fact]
    public void Unbind_ends_the_listening_and_says_so()
    {
        var listening = Listen();
        Watch(listening.Listener);

        listening.Listener.Tell(Tcp.Unbind.Instance);

        ExpectMsg<Tcp.Unbound>();
        ExpectTerminated(listening.Listener);
        Assert.Throws<SocketException>(() => Connect(listening.Address));
    }

    [Fact]
    public void Unbind_ends_the_connections_that_were_accepted_too()
    {
        var listening = Listen();
        var peer = Connect(listening.Address);
        listening.Handler.ExpectMsg<Tcp.Connected>();
        var connection = Watch(listening.Handler.LastSender);
        connection.Tell(new Tcp.Register(TestActor));

        listening.Listener.Tell(Tcp.Unbind.Instance);

        FishForMessage(message => message is Terminated terminated && terminated.ActorRef.Equals(connection));
        Assert.True(peer.IsGone());
    }

    [Fact]
    public void A_listener_ends_with_its_handler()
    {
        var listening = Listen();
        Watch(listening.Listener);

        Sys.Stop(listening.Handler.Ref);

        ExpectTerminated(listening.Listener);
    }

    [Fact]
    public void IPv6_can_be_listened_on()
    {
        Sys.Tcp().Tell(new Tcp.Bind(TestActor, new IPEndPoint(IPAddress.IPv6Loopback, 0)));
        var bound = ExpectMsg<Tcp.Bound>();

        Connect(bound.LocalAddress);

        Assert.Equal(bound.LocalAddress, ExpectMsg<Tcp.Connected>().LocalAddress);
    }
}

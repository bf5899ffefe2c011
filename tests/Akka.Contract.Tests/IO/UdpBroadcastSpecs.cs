using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class UdpBroadcastSpecs : UdpSpec
{
    private static readonly IPAddress Everyone = IPAddress.Parse("127.255.255.255");
    private static readonly Inet.SocketOption Shared = new Inet.SO.ReuseAddress(true);
    private static readonly Inet.SocketOption MayBroadcast = new Udp.SO.Broadcast(true);

    [Fact]
    public void A_broadcast_reaches_every_socket_that_shares_the_port()
    {
        var one = Bind(new IPEndPoint(IPAddress.Any, 0), Shared);
        var other = Bind(new IPEndPoint(IPAddress.Any, one.Address.Port), Shared);

        SimpleSender(MayBroadcast).Tell(Udp.Send.Create(ByteString.FromString("hello"), new IPEndPoint(Everyone, one.Address.Port)));

        one.ExpectText("hello");
        other.ExpectText("hello");
    }

    [Fact]
    public void A_bound_socket_can_broadcast_too_and_is_known_by_its_address()
    {
        var listener = Bind(new IPEndPoint(IPAddress.Any, 0));
        var sender = Bind(Loopback(0), MayBroadcast);

        sender.Socket.Tell(Udp.Send.Create(ByteString.FromString("hello"), new IPEndPoint(Everyone, listener.Address.Port)));

        Assert.Equal(sender.Address, listener.ExpectText("hello").Sender);
    }

    [Fact]
    public void Without_the_option_a_broadcast_fails_and_is_not_acknowledged()
    {
        var listener = Bind(new IPEndPoint(IPAddress.Any, 0));
        var sender = SimpleSender();
        Watch(sender);

        sender.Tell(new Udp.Send(ByteString.FromString("forbidden"), new IPEndPoint(Everyone, listener.Address.Port), new Sent()));
        sender.Tell(PoisonPill.Instance);

        FishForMessage(message =>
        {
            Assert.IsNotType<Sent>(message);
            return message is Terminated;
        });
        Assert.False(listener.Handler.HasMessages);
    }

    [Fact]
    public void A_send_that_fails_costs_the_next_one_of_a_bound_socket_nothing()
    {
        var listener = Bind(new IPEndPoint(IPAddress.Any, 0));
        var sender = Bind();

        sender.Socket.Tell(Udp.Send.Create(ByteString.FromString("forbidden"), new IPEndPoint(Everyone, listener.Address.Port)));
        sender.Socket.Tell(Udp.Send.Create(ByteString.FromString("hello"), Loopback(listener.Address.Port)));

        listener.ExpectText("hello");
    }

    private sealed class Observing(IActorRef observer) : Inet.SocketOption
    {
        public override void BeforeDatagramBind(Socket ds) => observer.Tell(ds.IsBound);
    }

    [Fact]
    public void Options_of_ones_own_see_the_socket_before_it_is_bound()
    {
        Bind(Loopback(0), new Observing(TestActor));

        ExpectMsg(false);
    }
}

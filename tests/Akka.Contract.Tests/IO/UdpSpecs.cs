using System.Net;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// A datagram arrives with the address of its sender, and a failed send does not affect the next;
/// only Unbind closes a socket.
/// </summary>
public sealed class UdpSpecs() : Spec("akka.io.udp.disabled-buffer-pool.buffer-size = 9000")
{
    private static readonly IPAddress Everyone = IPAddress.Parse("127.255.255.255");
    private static readonly Inet.SocketOption Shared = new Inet.SO.ReuseAddress(true);
    private static readonly Inet.SocketOption MayBroadcast = new Udp.SO.Broadcast(true);

    private sealed class Sent : Udp.Event;

    private static IPEndPoint Loopback(int port = 0) => new(IPAddress.Loopback, port);

    private static IPEndPoint Any(int port = 0) => new(IPAddress.Any, port);

    private BoundSocket Bind(IPEndPoint? address = null, params Inet.SocketOption[] options)
    {
        var handler = CreateTestProbe();
        handler.Send(Sys.Udp(), new Udp.Bind(handler.Ref, address ?? Loopback(), options));
        var bound = handler.ExpectMsg<Udp.Bound>();
        return new BoundSocket(handler.LastSender, (IPEndPoint)bound.LocalAddress, handler);
    }

    private sealed record BoundSocket(IActorRef Socket, IPEndPoint Address, TestProbe Handler)
    {
        public void Send(string text, EndPoint to) =>
            Handler.Send(Socket, new Udp.Send(ByteString.FromString(text), to, new Sent()));

        public Udp.Received ExpectText(string text)
        {
            var received = Handler.FishForMessage<Udp.Received>(_ => true);
            Assert.Equal(text, received.Data.ToString());
            return received;
        }
    }

    [Fact]
    public void Binding_to_port_0_takes_a_free_port_and_reports_it()
    {
        var socket = Bind();

        Assert.Equal(IPAddress.Loopback, socket.Address.Address);
        Assert.NotEqual(0, socket.Address.Port);
    }

    [Fact]
    public void A_datagram_has_the_address_of_its_sender()
    {
        var one = Bind();
        var other = Bind();

        one.Send("hello", other.Address);
        var received = other.ExpectText("hello");
        Assert.Equal(one.Address, received.Sender);
        other.Send("world", received.Sender);

        one.ExpectText("world");
    }

    [Fact]
    public void A_send_is_acknowledged_with_the_event_it_was_given()
    {
        var socket = Bind();
        var ack = new Sent();

        socket.Socket.Tell(new Udp.Send(ByteString.FromString("hello"), Bind().Address, ack));

        Assert.Same(ack, ExpectMsg<Sent>());
    }

    [Fact]
    public void A_datagram_as_large_as_the_buffer_arrives_and_a_larger_one_does_no_harm()
    {
        var socket = Bind();
        var sender = Bind();
        var text = new string('x', 9_000);

        sender.Send(text, socket.Address);
        socket.ExpectText(text);
        sender.Send(text + "!", socket.Address);
        sender.Send("hello", socket.Address);

        socket.Handler.FishForMessage(message => message is Udp.Received got && got.Data.ToString() == "hello");
    }

    [Fact]
    public void A_broadcast_reaches_every_socket_that_shares_the_port()
    {
        var one = Bind(Any(), Shared);
        var other = Bind(Any(one.Address.Port), Shared);
        var sender = Bind(Loopback(), MayBroadcast);

        sender.Send("hello", new IPEndPoint(Everyone, one.Address.Port));

        Assert.Equal(sender.Address, one.ExpectText("hello").Sender);
        Assert.Equal(sender.Address, other.ExpectText("hello").Sender);
    }

    [Fact]
    public void Without_the_option_a_broadcast_fails_and_the_next_send_works()
    {
        var listener = Bind(Any());
        var sender = Bind();

        sender.Send("forbidden", new IPEndPoint(Everyone, listener.Address.Port));
        sender.Send("hello", Loopback(listener.Address.Port));

        listener.ExpectText("hello");
    }

    [Fact]
    public void An_address_in_use_cannot_be_bound()
    {
        var command = new Udp.Bind(TestActor, Bind().Address);

        Sys.Udp().Tell(command);

        Assert.Same(command, ExpectMsg<Udp.CommandFailed>().Cmd);
    }

    [Fact]
    public void Unbind_frees_the_address()
    {
        var socket = Bind();
        Watch(socket.Socket);

        socket.Socket.Tell(Udp.Unbind.Instance);

        ExpectMsg<Udp.Unbound>();
        ExpectTerminated(socket.Socket);
        Assert.Equal(socket.Address, Bind(socket.Address).Address);
    }

    [Fact]
    public void A_socket_ends_with_its_handler_but_keeps_the_address()
    {
        var socket = Bind();
        Watch(socket.Socket);

        Sys.Stop(socket.Handler.Ref);

        ExpectTerminated(socket.Socket);
        Sys.Udp().Tell(new Udp.Bind(TestActor, socket.Address));
        ExpectMsg<Udp.CommandFailed>();
    }
}

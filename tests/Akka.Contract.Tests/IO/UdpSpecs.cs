using System.Net;
using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class UdpSpecs : UdpSpec
{
    [Fact]
    public void Binding_to_port_0_takes_a_free_one_and_says_which()
    {
        var socket = Bind();

        Assert.Equal(IPAddress.Loopback, socket.Address.Address);
        Assert.NotEqual(0, socket.Address.Port);
    }

    [Fact]
    public void A_datagram_arrives_whole_and_with_the_address_of_its_sender()
    {
        var one = Bind();
        var other = Bind();

        one.Socket.Tell(Udp.Send.Create(ByteString.FromString("hello"), other.Address));

        Assert.Equal(one.Address, other.ExpectText("hello").Sender);
        Assert.Equal(other.Socket, other.Handler.LastSender);
    }

    [Fact]
    public void Datagrams_are_not_joined()
    {
        var one = Bind();
        var other = Bind();

        foreach (var text in new[] { "one", "two", "three" })
        {
            one.Socket.Tell(Udp.Send.Create(ByteString.FromString(text), other.Address));
            other.ExpectText(text);
        }
    }

    [Fact]
    public void An_answer_to_the_sender_of_a_datagram_reaches_it()
    {
        var one = Bind();
        var other = Bind();
        one.Socket.Tell(Udp.Send.Create(ByteString.FromString("hello"), other.Address));

        other.Socket.Tell(Udp.Send.Create(ByteString.FromString("world"), other.ExpectText("hello").Sender));

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
    public void A_socket_only_to_send_with_needs_no_address()
    {
        var sender = SimpleSender();
        var socket = Bind();

        sender.Tell(new Udp.Send(ByteString.FromString("hello"), socket.Address, new Sent()));

        socket.ExpectText("hello");
        ExpectMsg<Sent>();
    }

    [Fact]
    public void A_byte_string_of_many_parts_is_one_datagram()
    {
        var socket = Bind();

        SimpleSender().Tell(Udp.Send.Create(ByteString.FromString("hello ") + ByteString.FromString("world"), socket.Address));

        socket.ExpectText("hello world");
    }

    [Fact]
    public void An_address_in_use_cannot_be_bound()
    {
        var taken = Bind();
        var command = new Udp.Bind(TestActor, taken.Address);

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
    public void A_socket_ends_with_its_handler()
    {
        var socket = Bind();
        Watch(socket.Socket);

        Sys.Stop(socket.Handler.Ref);

        ExpectTerminated(socket.Socket);
    }
}

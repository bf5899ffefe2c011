using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class UdpSizeSpecs() : UdpSpec("akka.io.udp.disabled-buffer-pool.buffer-size = 9000")
{
    [Fact]
    public void Datagrams_as_large_as_the_buffer_arrive_whole()
    {
        var socket = Bind();
        var bytes = new byte[9000];
        bytes[^1] = 1;

        SimpleSender().Tell(Udp.Send.Create(ByteString.FromBytes(bytes), socket.Address));

        Assert.Equal(bytes, socket.Handler.ExpectMsg<Udp.Received>().Data.ToArray());
    }

    [Fact]
    public void A_larger_one_is_no_reason_to_stop_listening()
    {
        var socket = Bind();
        var sender = SimpleSender();

        sender.Tell(Udp.Send.Create(ByteString.FromBytes(new byte[9001]), socket.Address));
        sender.Tell(Udp.Send.Create(ByteString.FromString("hello"), socket.Address));

        socket.Handler.FishForMessage(message => message is Udp.Received received && received.Data.ToString() == "hello");
    }
}

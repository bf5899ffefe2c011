using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class TcpSlowReaderSpecs : TcpSpec
{
    private const int Size = 10_000_000;

    private sealed class Written : Tcp.Event;

    private static byte[] Pattern() => [.. Enumerable.Range(0, Size).Select(i => (byte)(i % 251))];

    [Fact]
    public void A_large_write_arrives_whole()
    {
        var accepted = Accept();
        var bytes = Pattern();

        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromBytes(bytes), new Written()));

        Assert.Equal(bytes, accepted.Peer.Receive(Size));
        accepted.Handler.ExpectMsg<Written>();
    }

    [Fact]
    public void A_write_is_not_acknowledged_while_the_peer_does_not_read()
    {
        var accepted = Accept(options: [new SmallSendBuffer()]);
        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromBytes(new byte[Size]), new Written()));

        accepted.Handler.ExpectNoMsg(TimeSpan.FromMilliseconds(200));

        accepted.Peer.Receive(Size);
        accepted.Handler.ExpectMsg<Written>();
    }

    [Fact]
    public void Reading_goes_on_while_a_write_waits_for_the_peer()
    {
        var accepted = Accept(options: [new SmallSendBuffer()]);
        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromBytes(new byte[Size]), new Written()));

        accepted.Peer.SendText("hello");

        accepted.Handler.ExpectReceived("hello");
    }

    private sealed class SmallSendBuffer : Inet.SocketOption
    {
        public override void AfterConnect(System.Net.Sockets.Socket s) => s.SendBufferSize = 10_000;
    }
}

using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class TcpReadSpecs : TcpSpec
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i % 251))];

    [Fact]
    public void Bytes_arrive_in_order()
    {
        var accepted = Accept();

        accepted.Peer.SendAll(Bytes);

        Assert.Equal(Bytes, accepted.Handler.ExpectReceived(Bytes.Length));
    }

    [Fact]
    public void Received_is_told_by_the_connection()
    {
        var accepted = Accept();

        accepted.Peer.SendText("hello");

        accepted.Handler.ExpectReceived("hello");
        Assert.Equal(accepted.Connection, accepted.Handler.LastSender);
    }

    [Fact]
    public void What_was_sent_before_anyone_registered_is_not_lost()
    {
        var listening = Listen();
        var peer = Connect(listening.Address);
        peer.SendText("hello");
        listening.Handler.ExpectMsg<Tcp.Connected>();

        listening.Handler.Reply(new Tcp.Register(listening.Handler.Ref));

        listening.Handler.ExpectReceived("hello");
    }

    [Fact]
    public void What_was_received_stays_as_it_is_while_more_comes_in()
    {
        var accepted = Accept();
        accepted.Peer.SendText("first");
        var first = accepted.Handler.ExpectMsg<Tcp.Received>().Data;

        accepted.Peer.SendText("second");
        accepted.Handler.ExpectReceived("second");

        Assert.Equal("first", first.ToString());
    }
}

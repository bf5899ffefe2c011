using System.Net.Sockets;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>Bytes come in order; in pull mode each ResumeReading after Register brings one Received.</summary>
public sealed class ReadingSpecs : TcpSpec
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i % 251))];

    /// <summary>What was written and acknowledged meanwhile proves that nothing was told before.</summary>
    private static void ExpectNothingRead(Accepted accepted)
    {
        accepted.Write(".", 0);
        accepted.ExpectWritten(0);
        accepted.Peer.Receive(1);
    }

    [Fact]
    public void Bytes_arrive_in_order()
    {
        var accepted = Accept();

        accepted.Peer.SendAll(Bytes);

        Assert.Equal(Bytes, accepted.Handler.ExpectReceived(Bytes.Length));
        Assert.Equal(accepted.Connection, accepted.Handler.LastSender);
    }

    [Fact]
    public void What_was_sent_before_anyone_registered_is_not_lost()
    {
        var listening = Listen();
        var peer = Connect(listening.Address);
        peer.SendText("hello");
        listening.ExpectConnection();

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

    [Fact]
    public void In_pull_mode_nothing_is_read_before_it_is_asked_for()
    {
        var accepted = Accept(pullMode: true);

        accepted.Peer.SendText("hello");
        ExpectNothingRead(accepted);

        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Handler.ExpectReceived("hello");
    }

    [Fact]
    public void What_was_asked_for_before_Register_is_forgotten()
    {
        var listening = Listen(pullMode: true);
        var peer = Connect(listening.Address);
        var accepted = new Accepted(listening.ExpectConnection(), listening.Handler, peer);
        peer.SendText("hello");

        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Tell(new Tcp.Register(accepted.Handler.Ref));

        ExpectNothingRead(accepted);
        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Handler.ExpectReceived("hello");
    }

    [Fact]
    public void Each_ResumeReading_brings_one_Received()
    {
        var accepted = Accept(pullMode: true);
        accepted.Peer.SendAll(new byte[20_000]);
        var received = 0;

        while (received < 20_000)
        {
            accepted.Tell(Tcp.ResumeReading.Instance);
            received += accepted.Handler.ExpectMsg<Tcp.Received>().Data.Count;
            ExpectNothingRead(accepted);
        }
    }

    [Fact]
    public void Asking_twice_while_nothing_has_come_brings_one_Received_too()
    {
        var accepted = Accept(pullMode: true);
        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Tell(Tcp.ResumeReading.Instance);
        Settle(accepted.Connection);

        accepted.Peer.SendText("one");
        accepted.Handler.ExpectReceived("one");
        accepted.Peer.SendText("two");

        ExpectNothingRead(accepted);
    }

    [Fact]
    public void The_end_of_the_stream_is_told_when_reading_comes_to_it()
    {
        var accepted = Accept(pullMode: true);
        accepted.Peer.SendText("hello");
        accepted.Peer.Shutdown(SocketShutdown.Send);

        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Handler.ExpectReceived("hello");
        ExpectNothingRead(accepted);
        accepted.Tell(Tcp.ResumeReading.Instance);

        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
    }
}

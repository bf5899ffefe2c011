using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class TcpPullSpecs() : TcpSpec("akka.io.tcp.disabled-buffer-pool.buffer-size = 1000")
{
    private Accepted AcceptPulling()
    {
        var listening = Listen(pullMode: true);
        listening.Handler.Send(listening.Listener, new Tcp.ResumeAccepting(1));
        var peer = Connect(listening.Address);
        listening.Handler.ExpectMsg<Tcp.Connected>();
        var connection = listening.Handler.LastSender;
        var handler = CreateTestProbe();
        handler.Send(connection, new Tcp.Register(handler.Ref));
        return new Accepted(connection, handler, peer);
    }

    /// <summary>The answer to a write proves that the connection had nothing to tell before it.</summary>
    private static void ExpectSilence(Accepted accepted)
    {
        var ack = new Written();
        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("."), ack));
        Assert.Same(ack, accepted.Handler.ExpectMsg<Tcp.Event>());
        accepted.Peer.Receive(1);
    }

    private sealed class Written : Tcp.Event;

    [Fact]
    public void No_connection_is_accepted_before_it_is_asked_for()
    {
        var listening = Listen(pullMode: true);
        Connect(listening.Address);

        listening.Handler.ExpectNoMsg(TimeSpan.FromMilliseconds(100));

        listening.Handler.Send(listening.Listener, new Tcp.ResumeAccepting(1));
        listening.Handler.ExpectMsg<Tcp.Connected>();
    }

    [Fact]
    public void Asking_for_connections_once_is_enough()
    {
        var listening = Listen(pullMode: true);
        listening.Handler.Send(listening.Listener, new Tcp.ResumeAccepting(2));

        for (var i = 0; i < 10; i++)
        {
            Connect(listening.Address);
            listening.Handler.ExpectMsg<Tcp.Connected>();
        }
    }

    [Fact]
    public void Nothing_is_read_before_it_is_asked_for()
    {
        var accepted = AcceptPulling();

        accepted.Peer.SendText("hello");
        ExpectSilence(accepted);

        accepted.Handler.Send(accepted.Connection, Tcp.ResumeReading.Instance);
        accepted.Handler.ExpectReceived("hello");
    }

    [Fact]
    public void Each_ResumeReading_brings_one_Received()
    {
        var accepted = AcceptPulling();
        accepted.Peer.SendAll(new byte[3_000]);
        var received = 0;

        while (received < 3_000)
        {
            accepted.Handler.Send(accepted.Connection, Tcp.ResumeReading.Instance);
            received += accepted.Handler.ExpectMsg<Tcp.Received>().Data.Count;
            ExpectSilence(accepted);
        }
    }

    [Fact]
    public void Pausing_between_reads_loses_nothing()
    {
        var accepted = AcceptPulling();
        var text = "";

        foreach (var part in new[] { "one ", "two ", "three " })
        {
            accepted.Peer.SendText(part);
            ExpectSilence(accepted);
            accepted.Handler.Send(accepted.Connection, Tcp.ResumeReading.Instance);
            text += accepted.Handler.ExpectMsg<Tcp.Received>().Data.ToString();
        }

        Assert.Equal("one two three ", text);
    }

    [Fact]
    public void The_end_of_the_stream_is_told_when_reading_comes_to_it()
    {
        var accepted = AcceptPulling();
        accepted.Peer.SendText("hello");
        accepted.Peer.Dispose();

        accepted.Handler.Send(accepted.Connection, Tcp.ResumeReading.Instance);
        accepted.Handler.ExpectReceived("hello");
        accepted.Handler.Send(accepted.Connection, Tcp.ResumeReading.Instance);

        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
    }

    [Fact]
    public void A_connection_made_can_be_read_the_same_way()
    {
        var listener = ListenAsPeer();
        Sys.Tcp().Tell(new Tcp.Connect(listener.LocalEndPoint!, pullMode: true));
        ExpectMsg<Tcp.Connected>();
        var handler = CreateTestProbe();
        var accepted = new Accepted(LastSender, handler, AcceptAsPeer(listener));
        handler.Send(accepted.Connection, new Tcp.Register(handler.Ref));

        accepted.Peer.SendText("hello");
        ExpectSilence(accepted);

        handler.Send(accepted.Connection, Tcp.ResumeReading.Instance);
        handler.ExpectReceived("hello");
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// The end of a peer's stream is PeerClosed. With keepOpenOnPeerClosed writing goes on, and only a
/// write notices a later reset. A reset is ErrorClosed with a cause once it is read from or written
/// to; bytes received before stay valid.
/// </summary>
public sealed class PeerGoneSpecs : TcpSpec
{
    /// <summary>Accepts a peer that has closed its sending side and still reads.</summary>
    private Accepted AcceptHalfClosed()
    {
        var accepted = Accept(keepOpenOnPeerClosed: true);
        accepted.Peer.SendText("question");
        accepted.Peer.Shutdown(SocketShutdown.Send);
        accepted.Handler.ExpectReceived("question");
        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
        return accepted;
    }

    [Fact]
    public void A_closed_peer_is_reported_as_PeerClosed_after_its_last_bytes()
    {
        var accepted = Accept();
        Watch(accepted.Connection);

        accepted.Peer.SendText("goodbye");
        accepted.Peer.Dispose();

        accepted.Handler.ExpectReceived("goodbye");
        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
        ExpectTerminated(accepted.Connection);
    }

    [Fact]
    public void A_half_closed_peer_is_closed_without_keepOpenOnPeerClosed()
    {
        var accepted = Accept();

        accepted.Peer.Shutdown(SocketShutdown.Send);

        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
        Assert.True(accepted.Peer.IsGone());
    }

    [Fact]
    public void Pending_writes_are_sent_before_PeerClosed()
    {
        var accepted = AcceptStuck();

        accepted.Peer.Shutdown(SocketShutdown.Send);

        accepted.Peer.Receive(Plenty);
        Assert.True(accepted.Peer.IsAtEnd());
        accepted.ExpectWritten(0);
        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
    }

    [Fact]
    public void A_half_closed_peer_can_be_written_to_with_keepOpenOnPeerClosed()
    {
        var accepted = AcceptHalfClosed();

        foreach (var (answer, number) in new[] { ("first", 1), ("other", 2) })
        {
            accepted.Write(answer, number);
            accepted.ExpectWritten(number);
            Assert.Equal(answer, accepted.Peer.ReceiveText(5));
        }

        accepted.Tell(Tcp.Close.Instance);
        accepted.Handler.ExpectMsg<Tcp.Closed>();
        Assert.True(accepted.Peer.IsAtEnd());
    }

    [Fact]
    public void After_a_half_close_ConfirmedClose_is_confirmed_at_once()
    {
        var accepted = AcceptHalfClosed();

        accepted.Write("answer", 1);
        accepted.ExpectWritten(1);
        accepted.Tell(Tcp.ConfirmedClose.Instance);

        accepted.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
        Assert.Equal("answer", accepted.Peer.ReceiveText(6));
        Assert.True(accepted.Peer.IsAtEnd());
    }

    [Fact]
    public void After_a_half_close_a_reset_is_noticed_only_by_a_write()
    {
        var accepted = AcceptHalfClosed();

        accepted.Peer.Reset();
        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Handler.ExpectNoMsg(ShortWait);

        Assert.NotNull(accepted.WriteUntilItFails().Cause);
    }

    [Fact]
    public void Every_end_is_a_ConnectionClosed_and_only_ErrorClosed_has_a_cause()
    {
        Assert.True(Tcp.PeerClosed.Instance.IsPeerClosed);
        Assert.True(Tcp.ConfirmedClosed.Instance.IsConfirmed);
        Assert.True(Tcp.Aborted.Instance.IsAborted);
        Assert.True(new Tcp.ErrorClosed("no luck").IsErrorClosed);
        Tcp.ConnectionClosed closed = Tcp.Closed.Instance;
        Assert.False(closed.IsPeerClosed || closed.IsConfirmed || closed.IsAborted || closed.IsErrorClosed);
        Assert.All(
            [closed, Tcp.PeerClosed.Instance, Tcp.ConfirmedClosed.Instance, Tcp.Aborted.Instance],
            other => Assert.Null(other.Cause));
    }

    [Fact]
    public void A_reset_is_reported_as_ErrorClosed()
    {
        var accepted = Accept();
        accepted.Peer.SendText("hello");
        accepted.Handler.ExpectReceived("hello");
        Watch(accepted.Connection);

        accepted.Peer.Reset();

        Assert.NotNull(accepted.Handler.ExpectMsg<Tcp.ErrorClosed>().Cause);
        ExpectTerminated(accepted.Connection);
    }

    [Fact]
    public void In_pull_mode_a_reset_is_reported_when_it_is_read()
    {
        var accepted = Accept(pullMode: true);
        accepted.Peer.Reset();
        accepted.Handler.ExpectNoMsg(ShortWait);

        accepted.Tell(Tcp.ResumeReading.Instance);

        Assert.NotNull(accepted.Handler.ExpectMsg<Tcp.ErrorClosed>().Cause);
    }

    [Fact]
    public void A_write_to_a_reset_peer_ends_the_connection()
    {
        var accepted = Accept(pullMode: true);
        Watch(accepted.Connection);

        accepted.Peer.Reset();

        Assert.NotNull(accepted.WriteUntilItFails().Cause);
        ExpectTerminated(accepted.Connection);
    }

    /// <summary>
    /// A buffer returns to its pool when a connection ends, even during a pending read. Each peer
    /// sends its own bytes, and either side resets in the middle.
    /// </summary>
    [Fact]
    public async Task Aborted_connections_never_receive_bytes_of_another()
    {
        const int Connections = 2_000;
        var accepted = 0;
        var wrong = new ConcurrentQueue<string>();
        var acceptor = Sys.ActorOf(ScriptedActor.Props((message, context) =>
        {
            if (message is not Tcp.Connected { RemoteAddress: IPEndPoint peer })
                return;
            var (connection, port, reads) = (context.Sender, peer.Port, 0);
            context.Sender.Tell(new Tcp.Register(context.ActorOf(ScriptedActor.Props((received, self) =>
            {
                if (received is Tcp.Received data && data.Data.Any(one => one != (byte)port))
                    wrong.Enqueue($"{port}");
                if (received is Tcp.Received && ++reads == 1 + port % 5)
                    connection.Tell(Tcp.Abort.Instance);
                if (received is Tcp.ConnectionClosed)
                    self.Stop(self.Self);
            }))));
            Interlocked.Increment(ref accepted);
        }));
        Sys.Tcp().Tell(new Tcp.Bind(acceptor, AnyPort));
        var address = ExpectMsg<Tcp.Bound>().LocalAddress;

        await Parallel.ForEachAsync(Enumerable.Range(0, Connections), async (number, cancel) =>
        {
            var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await peer.ConnectAsync(address, cancel);
            var bytes = new byte[5_000];
            Array.Fill(bytes, (byte)((IPEndPoint)peer.LocalEndPoint!).Port);
            try
            {
                for (var sends = 0; sends < 1 + number % 4; sends++)
                    await peer.SendAsync(bytes, cancel);
            }
            catch (SocketException)
            {
                // The server has reset the connection.
            }
            peer.Reset();
        }).WaitAsync(Timeout);

        AwaitAssert(() => Assert.Equal(Connections, Volatile.Read(ref accepted)));
        Assert.Empty(wrong);
    }
}

using System.Net.Sockets;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// The end of a peer's stream is told as PeerClosed; with keepOpenOnPeerClosed writing goes on, and nothing more of the
/// peer is noticed but that it cannot be written to.
/// </summary>
public sealed class PeerClosedSpecs : TcpSpec
{
    /// <summary>A peer that has stopped sending, and still reads.</summary>
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
    public void A_peer_that_closes_is_told_as_PeerClosed_after_its_last_bytes()
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
    public void A_peer_that_only_stopped_sending_is_closed_without_keepOpenOnPeerClosed()
    {
        var accepted = Accept();

        accepted.Peer.Shutdown(SocketShutdown.Send);

        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
        Assert.True(accepted.Peer.IsGone());
    }

    [Fact]
    public void What_waits_for_it_is_sent_before_PeerClosed_is_told()
    {
        var accepted = AcceptStuck();

        accepted.Peer.Shutdown(SocketShutdown.Send);

        accepted.Peer.Receive(Plenty);
        Assert.True(accepted.Peer.IsAtEnd());
        accepted.ExpectWritten(0);
        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
    }

    [Fact]
    public void A_peer_that_stopped_sending_still_gets_answers_with_keepOpenOnPeerClosed()
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
    public void ConfirmedClose_is_then_confirmed_at_once()
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
    public void A_reset_is_then_noticed_only_by_a_write()
    {
        var accepted = AcceptHalfClosed();

        accepted.Peer.Reset();
        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Handler.ExpectNoMsg(Moment);

        Assert.NotNull(accepted.WriteUntilItFails().Cause);
    }

    [Fact]
    public void Every_way_to_end_is_a_ConnectionClosed_and_only_ErrorClosed_has_a_cause()
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
}

using System.Net.Sockets;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class TcpPeerClosedSpecs : TcpSpec
{
    private sealed class Written : Tcp.Event;

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
    public void A_peer_that_stopped_sending_still_gets_answers_with_keepOpenOnPeerClosed()
    {
        var accepted = Accept(keepOpenOnPeerClosed: true);
        accepted.Peer.SendText("question");
        accepted.Peer.Shutdown(SocketShutdown.Send);
        accepted.Handler.ExpectReceived("question");
        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();

        foreach (var answer in new[] { "first", "other" })
        {
            accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString(answer), new Written()));
            accepted.Handler.ExpectMsg<Written>();
            Assert.Equal(answer, accepted.Peer.ReceiveText(5));
        }

        accepted.Handler.Send(accepted.Connection, Tcp.Close.Instance);
        accepted.Handler.ExpectMsg<Tcp.Closed>();
        Assert.True(accepted.Peer.IsAtEnd());
    }

    [Fact]
    public void A_reset_is_told_as_ErrorClosed()
    {
        var accepted = Accept();
        accepted.Peer.SendText("hello");
        accepted.Handler.ExpectReceived("hello");
        Watch(accepted.Connection);

        accepted.Peer.Reset();

        var closed = accepted.Handler.ExpectMsg<Tcp.ErrorClosed>();
        Assert.NotNull(closed.Cause);
        ExpectTerminated(accepted.Connection);
    }

    [Fact]
    public void Writing_to_a_peer_that_is_gone_ends_the_connection()
    {
        var accepted = Accept();
        Watch(accepted.Connection);

        accepted.Peer.Reset();
        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("anyone?")));

        ExpectTerminated(accepted.Connection);
        accepted.Handler.FishForMessage(message => message is Tcp.ConnectionClosed);
    }

    [Fact]
    public void Every_way_to_end_is_a_ConnectionClosed()
    {
        Assert.True(Tcp.PeerClosed.Instance.IsPeerClosed);
        Assert.True(Tcp.ConfirmedClosed.Instance.IsConfirmed);
        Assert.True(Tcp.Aborted.Instance.IsAborted);
        Assert.True(new Tcp.ErrorClosed("no luck").IsErrorClosed);
        Tcp.ConnectionClosed closed = Tcp.Closed.Instance;
        Assert.False(closed.IsPeerClosed || closed.IsConfirmed || closed.IsAborted || closed.IsErrorClosed);
    }
}

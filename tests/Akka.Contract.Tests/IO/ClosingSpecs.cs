using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// Close ends a connection in order; ConfirmedClose waits for the peer to close too. Both send
/// pending writes first, however long a peer that does not read takes. Abort and the death of the
/// handler reset the connection.
/// </summary>
public sealed class ClosingSpecs : TcpSpec
{
    [Fact]
    public void Close_replies_Closed_and_ends_the_peers_stream()
    {
        var accepted = Accept();
        Watch(accepted.Connection);

        accepted.Tell(Tcp.Close.Instance);

        accepted.Handler.ExpectMsg<Tcp.Closed>();
        Assert.True(accepted.Peer.IsAtEnd());
        ExpectTerminated(accepted.Connection);
    }

    [Fact]
    public void Closed_is_sent_to_the_closer_and_to_the_handler()
    {
        var accepted = Accept();

        accepted.Connection.Tell(Tcp.Close.Instance);

        ExpectMsg<Tcp.Closed>();
        accepted.Handler.ExpectMsg<Tcp.Closed>();
    }

    [Fact]
    public void ConfirmedClose_waits_for_the_peer_to_close_too()
    {
        var accepted = Accept();

        accepted.Tell(Tcp.ConfirmedClose.Instance);

        Assert.True(accepted.Peer.IsAtEnd());
        accepted.Peer.SendText("last words");
        accepted.Handler.ExpectReceived("last words");
        accepted.Peer.Dispose();
        accepted.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public void In_pull_mode_ConfirmedClose_waits_until_the_stream_is_read_to_its_end()
    {
        var accepted = Accept(pullMode: true);
        accepted.Tell(Tcp.ConfirmedClose.Instance);
        Assert.True(accepted.Peer.IsAtEnd());
        accepted.Peer.Dispose();
        accepted.Handler.ExpectNoMsg(ShortWait);

        accepted.Tell(Tcp.ResumeReading.Instance);

        accepted.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public void A_write_after_ConfirmedClose_fails()
    {
        var accepted = Accept();
        accepted.Tell(Tcp.ConfirmedClose.Instance);

        var write = accepted.Write("too late", 1);

        Assert.Same(write, accepted.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
    }

    [Fact]
    public void Abort_replies_Aborted_and_resets_the_connection()
    {
        var accepted = Accept();

        accepted.Tell(Tcp.Abort.Instance);

        accepted.Handler.ExpectMsg<Tcp.Aborted>();
        Assert.True(accepted.Peer.IsReset());
    }

    [Fact]
    public void The_death_of_the_handler_resets_the_connection()
    {
        var accepted = Accept();
        Watch(accepted.Connection);

        Sys.Stop(accepted.Handler.Ref);

        ExpectTerminated(accepted.Connection);
        Assert.True(accepted.Peer.IsReset());
    }

    [Fact]
    public void A_connection_can_be_closed_before_Register()
    {
        var listening = Listen();
        var peer = Connect(listening.Address);
        listening.ExpectConnection();

        listening.Handler.Reply(Tcp.Close.Instance);

        listening.Handler.ExpectMsg<Tcp.Closed>();
        Assert.True(peer.IsGone());
    }

    [Fact]
    public void A_write_after_the_end_is_a_dead_letter_without_acknowledgement()
    {
        var accepted = Accept();
        Watch(accepted.Connection);
        accepted.Tell(Tcp.Close.Instance);
        accepted.Handler.ExpectMsg<Tcp.Closed>();
        ExpectTerminated(accepted.Connection);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        var write = accepted.Write("too late", 1);

        Assert.Same(write, ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Close_sends_pending_writes_first_and_accepts_further_ones()
    {
        var accepted = AcceptStuck();

        accepted.Tell(Tcp.Close.Instance);
        accepted.Write("and more", 1);
        accepted.Handler.ExpectNoMsg(ShortWait);

        accepted.Peer.Receive(Plenty);
        Assert.Equal("and more", accepted.Peer.ReceiveText(8));
        Assert.True(accepted.Peer.IsAtEnd());
        accepted.ExpectWritten(0);
        accepted.ExpectWritten(1);
        accepted.Handler.ExpectMsg<Tcp.Closed>();
    }

    [Fact]
    public void ConfirmedClose_sends_pending_writes_first()
    {
        var accepted = AcceptStuck();

        accepted.Tell(Tcp.ConfirmedClose.Instance);

        accepted.Peer.Receive(Plenty);
        Assert.True(accepted.Peer.IsAtEnd());
        accepted.Peer.Dispose();
        accepted.ExpectWritten(0);
        accepted.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public void Abort_ends_a_pending_Close_and_a_second_Close_is_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var accepted = AcceptStuck();
        accepted.Tell(Tcp.Close.Instance);

        accepted.Tell(Tcp.Close.Instance);
        Assert.IsType<Tcp.Close>(ExpectMsg<UnhandledMessage>().Message);
        accepted.Tell(Tcp.Abort.Instance);

        accepted.Handler.ExpectMsg<Tcp.CommandFailed>();
        accepted.Handler.ExpectMsg<Tcp.Aborted>();
    }

    [Fact]
    public void A_pending_Close_survives_the_handler()
    {
        var accepted = AcceptStuck();
        accepted.Tell(Tcp.Close.Instance);
        Settle(accepted.Connection);
        Watch(accepted.Handler.Ref);

        Sys.Stop(accepted.Handler.Ref);

        ExpectTerminated(accepted.Handler.Ref);
        accepted.Peer.Receive(Plenty);
        Assert.True(accepted.Peer.IsAtEnd());
    }

    [Fact]
    public void With_keepOpenOnPeerClosed_a_half_close_by_the_peer_cancels_a_pending_Close()
    {
        var accepted = AcceptStuck(keepOpenOnPeerClosed: true);
        accepted.Tell(Tcp.Close.Instance);
        Settle(accepted.Connection);

        accepted.Peer.Shutdown(SocketShutdown.Send);
        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
        accepted.Peer.Receive(Plenty);
        accepted.ExpectWritten(0);

        accepted.Write("still here", 1);
        accepted.ExpectWritten(1);
        Assert.Equal("still here", accepted.Peer.ReceiveText(10));
    }
}

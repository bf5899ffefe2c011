using System.Net.Sockets;
using Akka.Event;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// Close and ConfirmedClose send what waits first, however long a peer takes that does not read; only Abort ends that.
/// </summary>
public sealed class ClosingLateSpecs : TcpSpec
{
    [Fact]
    public void Close_sends_what_waits_first_and_takes_further_writes_meanwhile()
    {
        var accepted = AcceptStuck();

        accepted.Tell(Tcp.Close.Instance);
        accepted.Write("and more", 1);
        accepted.Handler.ExpectNoMsg(Moment);

        accepted.Peer.Receive(Plenty);
        Assert.Equal("and more", accepted.Peer.ReceiveText(8));
        Assert.True(accepted.Peer.IsAtEnd());
        accepted.ExpectWritten(0);
        accepted.ExpectWritten(1);
        accepted.Handler.ExpectMsg<Tcp.Closed>();
    }

    [Fact]
    public void ConfirmedClose_sends_what_waits_first()
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
    public void Abort_ends_a_close_that_waits_for_a_peer_and_another_Close_is_unhandled()
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
    public void A_close_that_waits_for_a_peer_outlives_the_handler()
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
    public void A_peer_that_stops_sending_during_a_Close_that_waits_makes_it_forgotten_with_keepOpenOnPeerClosed()
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

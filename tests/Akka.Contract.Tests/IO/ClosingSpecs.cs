using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// Close ends a connection in good order and ConfirmedClose when the peer has closed too; Abort and the death of the
/// handler reset it.
/// </summary>
public sealed class ClosingSpecs : TcpSpec
{
    [Fact]
    public void Close_tells_Closed_and_the_peer_reads_to_the_end()
    {
        var accepted = Accept();
        Watch(accepted.Connection);

        accepted.Tell(Tcp.Close.Instance);

        accepted.Handler.ExpectMsg<Tcp.Closed>();
        Assert.True(accepted.Peer.IsAtEnd());
        ExpectTerminated(accepted.Connection);
    }

    [Fact]
    public void Who_closed_and_the_handler_are_told_both()
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
    public void In_pull_mode_it_waits_for_someone_to_read_to_the_end_too()
    {
        var accepted = Accept(pullMode: true);
        accepted.Tell(Tcp.ConfirmedClose.Instance);
        Assert.True(accepted.Peer.IsAtEnd());
        accepted.Peer.Dispose();
        accepted.Handler.ExpectNoMsg(Moment);

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
    public void Abort_tells_Aborted_and_resets_the_connection()
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
    public void A_connection_can_be_closed_before_anyone_registered()
    {
        var listening = Listen();
        var peer = Connect(listening.Address);
        listening.ExpectConnection();

        listening.Handler.Reply(Tcp.Close.Instance);

        listening.Handler.ExpectMsg<Tcp.Closed>();
        Assert.True(peer.IsGone());
    }

    [Fact]
    public void A_write_after_the_end_is_a_dead_letter_and_not_acknowledged()
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
}

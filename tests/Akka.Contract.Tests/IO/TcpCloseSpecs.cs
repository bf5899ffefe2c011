using System.Net.Sockets;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class TcpCloseSpecs : TcpSpec
{
    private sealed class Written : Tcp.Event;

    [Fact]
    public void Close_tells_Closed_and_the_peer_reads_to_the_end()
    {
        var accepted = Accept();
        Watch(accepted.Connection);

        accepted.Handler.Send(accepted.Connection, Tcp.Close.Instance);

        accepted.Handler.ExpectMsg<Tcp.Closed>();
        Assert.True(accepted.Peer.IsAtEnd());
        ExpectTerminated(accepted.Connection);
    }

    [Fact]
    public async Task Closing_after_the_last_acknowledgement_loses_nothing()
    {
        var accepted = Accept();
        var bytes = new byte[1_000_000];

        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromBytes(bytes), new Written()));
        var reading = Task.Run(() => accepted.Peer.Receive(bytes.Length));
        accepted.Handler.ExpectMsg<Written>();
        accepted.Handler.Send(accepted.Connection, Tcp.Close.Instance);

        accepted.Handler.ExpectMsg<Tcp.Closed>();
        await reading.WaitAsync(Patience);
        Assert.True(accepted.Peer.IsAtEnd());
    }

    [Fact]
    public void ConfirmedClose_waits_for_the_peer_to_close_too()
    {
        var accepted = Accept();

        accepted.Handler.Send(accepted.Connection, Tcp.ConfirmedClose.Instance);

        Assert.True(accepted.Peer.IsAtEnd());
        Assert.False(accepted.Handler.HasMessages);
        accepted.Peer.Dispose();
        accepted.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public void Abort_tells_Aborted_and_resets_the_connection()
    {
        var accepted = Accept();

        accepted.Handler.Send(accepted.Connection, Tcp.Abort.Instance);

        accepted.Handler.ExpectMsg<Tcp.Aborted>();
        var thrown = Assert.Throws<SocketException>(() => accepted.Peer.IsAtEnd());
        Assert.Equal(SocketError.ConnectionReset, thrown.SocketErrorCode);
    }

    [Fact]
    public void A_connection_can_be_closed_before_anyone_registered()
    {
        var listening = Listen();
        var peer = Connect(listening.Address);
        listening.Handler.ExpectMsg<Tcp.Connected>();

        listening.Handler.Reply(Tcp.Close.Instance);

        listening.Handler.ExpectMsg<Tcp.Closed>();
        Assert.True(peer.IsGone());
    }

    [Fact]
    public void A_connection_ends_with_its_handler()
    {
        var accepted = Accept();
        Watch(accepted.Connection);
        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("!"), new Written()));
        accepted.Handler.ExpectMsg<Written>();

        Sys.Stop(accepted.Handler.Ref);

        ExpectTerminated(accepted.Connection);
        accepted.Peer.Receive(1);
        Assert.True(accepted.Peer.IsGone());
    }

    [Fact]
    public void A_write_after_the_end_is_not_acknowledged()
    {
        var accepted = Accept();
        Watch(accepted.Connection);
        accepted.Handler.Send(accepted.Connection, Tcp.Close.Instance);
        accepted.Handler.ExpectMsg<Tcp.Closed>();
        ExpectTerminated(accepted.Connection);
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.DeadLetter));

        var write = Tcp.Write.Create(ByteString.FromString("too late"), new Written());
        accepted.Handler.Send(accepted.Connection, write);

        Assert.Same(write, ExpectMsg<Akka.Event.DeadLetter>().Message);
    }
}

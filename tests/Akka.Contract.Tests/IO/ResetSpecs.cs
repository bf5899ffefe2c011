using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// A peer that breaks off is told as ErrorClosed with a cause, once it is read from or written to; what was received
/// before is its own.
/// </summary>
public sealed class ResetSpecs : TcpSpec
{
    [Fact]
    public void A_reset_is_told_as_ErrorClosed()
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
    public void In_pull_mode_it_is_told_when_reading_comes_to_it()
    {
        var accepted = Accept(pullMode: true);
        accepted.Peer.Reset();
        accepted.Handler.ExpectNoMsg(Moment);

        accepted.Tell(Tcp.ResumeReading.Instance);

        Assert.NotNull(accepted.Handler.ExpectMsg<Tcp.ErrorClosed>().Cause);
    }

    [Fact]
    public void Writing_to_a_peer_that_is_gone_ends_the_connection()
    {
        var accepted = Accept(pullMode: true);
        Watch(accepted.Connection);

        accepted.Peer.Reset();

        Assert.NotNull(accepted.WriteUntilItFails().Cause);
        ExpectTerminated(accepted.Connection);
    }

    /// <summary>
    /// A buffer goes back to its pool when a connection ends, also one that a read is under way into. Each peer sends
    /// bytes of its own, and either side breaks off in the middle.
    /// </summary>
    [Fact]
    public async Task Connections_that_break_off_never_bring_bytes_of_another()
    {
        const int Connections = 2_000;
        var accepted = 0;
        var wrong = new ConcurrentQueue<string>();
        var acceptor = Sys.ActorOf(Doing.Props((message, context) =>
        {
            if (message is not Tcp.Connected { RemoteAddress: IPEndPoint peer })
                return;
            var (connection, port, reads) = (context.Sender, peer.Port, 0);
            context.Sender.Tell(new Tcp.Register(context.ActorOf(Doing.Props((told, self) =>
            {
                if (told is Tcp.Received received && received.Data.Any(one => one != (byte)port))
                    wrong.Enqueue($"{port}");
                if (told is Tcp.Received && ++reads == 1 + port % 5)
                    connection.Tell(Tcp.Abort.Instance);
                if (told is Tcp.ConnectionClosed)
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
                // The server broke off.
            }
            peer.Reset();
        }).WaitAsync(Patience);

        AwaitAssert(() => Assert.Equal(Connections, Volatile.Read(ref accepted)));
        Assert.Empty(wrong);
    }
}

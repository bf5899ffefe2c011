using System.Text;
using Akka.Event;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// Each write is acknowledged to its sender, in order, when the send of its last byte has returned.
/// Pending writes are gathered without copying, bounded only by a setting, and fail at the end.
/// </summary>
public sealed class WritingSpecs() : TcpSpec("akka { loglevel = DEBUG, loggers = [] }")
{
    [Fact]
    public void A_write_is_acknowledged_to_its_sender_with_its_own_event()
    {
        var accepted = Accept();
        var writer = CreateTestProbe();
        var ack = new Written(1);

        writer.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("hello"), ack));

        Assert.Same(ack, writer.ExpectMsg<Written>());
        Assert.Equal(accepted.Connection, writer.LastSender);
        Assert.Equal("hello", accepted.Peer.ReceiveText(5));
        ExpectSilence(accepted.Handler);
    }

    [Fact]
    public void An_acknowledgement_does_not_wait_for_the_peer_to_read()
    {
        var accepted = Accept();

        accepted.Write("hello", 1);

        accepted.ExpectWritten(1);
        AwaitAssert(() => Assert.Equal(5, accepted.Peer.Available));
    }

    [Fact]
    public void A_write_is_acknowledged_after_its_last_bytes_are_sent()
    {
        var accepted = AcceptStuck();

        accepted.Handler.ExpectNoMsg(ShortWait);

        accepted.Peer.Receive(Plenty);
        accepted.ExpectWritten(0);
    }

    [Fact]
    public void Reading_goes_on_while_a_write_waits_for_the_peer()
    {
        var accepted = AcceptStuck();

        accepted.Peer.SendText("hello");

        accepted.Handler.ExpectReceived("hello");
    }

    [Fact]
    public void Writes_arrive_and_are_acknowledged_in_order()
    {
        var accepted = Accept();
        var expected = new StringBuilder();

        for (var i = 0; i < 1_000; i++)
        {
            expected.Append($"line {i}\n");
            accepted.Write($"line {i}\n", i);
        }

        Assert.Equal(expected.ToString(), accepted.Peer.ReceiveText(expected.Length));
        for (var i = 0; i < 1_000; i++)
            accepted.ExpectWritten(i);
    }

    private TcpSettings Settings => TcpSettings.Create(Sys);

    private TcpSettings Bounded(int size) => Settings with { WriteCommandsQueueMaxSize = size };

    /// <summary>Accepts a peer without Register: its writes stay pending.</summary>
    private Accepted AcceptUnregistered(TcpSettings? settings = null)
    {
        var listening = Listen(settings: settings);
        var peer = Connect(listening.Address);
        return new Accepted(listening.ExpectConnection(), listening.Handler, peer);
    }

    private static void Register(Accepted accepted) => accepted.Tell(new Tcp.Register(accepted.Handler.Ref));

    private string ExpectSent() =>
        FishForMessage<Debug>(line => $"{line.Message}".Contains("completed write of")).Message.ToString()!;

    [Fact]
    public void Pending_writes_are_gathered_into_one_frame_per_send()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Debug));
        var accepted = AcceptUnregistered(Settings with { MaxFrameSizeBytes = 10, TraceLogging = true });
        foreach (var number in new[] { 1, 2, 3 })
            accepted.Write("four", number);

        Register(accepted);

        Assert.Contains("completed write of 10/10 bytes", ExpectSent());
        Assert.Contains("completed write of 2/2 bytes", ExpectSent());
        foreach (var number in new[] { 1, 2, 3 })
            accepted.ExpectWritten(number);
    }

    [Fact]
    public void An_empty_pending_write_is_acknowledged_before_earlier_ones()
    {
        var accepted = AcceptUnregistered();
        accepted.Write("four", 1);
        accepted.Write("", 2);

        Register(accepted);

        accepted.ExpectWritten(2);
        accepted.ExpectWritten(1);
    }

    [Fact]
    public void A_write_beyond_the_queue_size_fails_and_the_next_smaller_one_works()
    {
        var accepted = AcceptUnregistered(Bounded(10));
        accepted.Write("123456", 1);

        var failed = accepted.Write("12345", 2);

        var failure = accepted.Handler.ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(failed, failure.Cmd);
        Assert.Contains("queue is full", Assert.IsType<IOException>(failure.Cause.Value).Message);
        accepted.Write("1234", 3);
        Register(accepted);
        accepted.ExpectWritten(1);
        accepted.ExpectWritten(3);
        Assert.Equal("1234561234", accepted.Peer.ReceiveText(10));
    }

    [Fact]
    public void The_queue_size_counts_bytes_not_writes()
    {
        var accepted = AcceptUnregistered(Bounded(2));
        for (var number = 0; number < 9; number++)
            accepted.Write("", number);
        accepted.Write("three", 9);

        Assert.Equal(5, accepted.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd is Tcp.Write write ? write.Bytes : 0);
    }

    [Fact]
    public void The_queue_is_unbounded_by_default()
    {
        Assert.Equal(-1, Settings.WriteCommandsQueueMaxSize);
        var accepted = AcceptUnregistered();

        for (var number = 0; number < 100; number++)
            accepted.Write(new byte[1_000_000], number);

        Settle(accepted.Connection);
        ExpectSilence(accepted.Handler);
    }

    [Fact]
    public void Pending_writes_fail_at_the_end_even_if_partly_sent()
    {
        var accepted = AcceptStuck();
        var waiting = accepted.Write("waiting", 1);

        accepted.Tell(Tcp.Abort.Instance);

        Assert.Equal(Plenty, ((Tcp.Write)accepted.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd).Bytes);
        Assert.Same(waiting, accepted.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
        accepted.Handler.ExpectMsg<Tcp.Aborted>();
    }

    [Fact]
    public void FromBytes_shares_the_array_and_CopyFrom_does_not()
    {
        byte[] array = [1, 2, 3];
        var shared = ByteString.FromBytes(array);
        var copy = ByteString.CopyFrom(array, 0, 3);

        array[0] = 9;

        Assert.Equal(9, shared[0]);
        Assert.Equal(1, copy[0]);
    }

    [Fact]
    public void A_ByteString_of_several_arrays_does_not_copy_them()
    {
        byte[] first = [1, 2];
        byte[] second = [3, 4];
        var gathered = ByteString.FromBytes([new ArraySegment<byte>(first), new ArraySegment<byte>(second)]);

        second[0] = 9;

        Assert.Equal([1, 2, 9, 4], gathered.ToArray());
        Assert.Equal(4, gathered.Count);
    }
}

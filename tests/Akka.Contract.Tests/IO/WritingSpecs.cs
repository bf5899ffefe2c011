using System.Text;
using Akka.Event;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// Each write is acknowledged to who wrote it, in order, when the send of its last byte returned.
/// What waits goes out gathered and not copied, its bytes are bounded only if they are told to be,
/// and what is left at the end fails.
/// </summary>
public sealed class WritingSpecs() : TcpSpec("akka { loglevel = DEBUG, loggers = [] }")
{
    [Fact]
    public void A_write_is_acknowledged_to_who_wrote_with_the_very_event_it_was_given()
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
    public void An_acknowledgement_does_not_say_that_the_peer_has_read()
    {
        var accepted = Accept();

        accepted.Write("hello", 1);

        accepted.ExpectWritten(1);
        AwaitAssert(() => Assert.Equal(5, accepted.Peer.Available));
    }

    [Fact]
    public void A_write_is_not_acknowledged_while_its_last_bytes_wait_for_the_peer()
    {
        var accepted = AcceptStuck();

        accepted.Handler.ExpectNoMsg(Moment);

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

    /// <summary>A connection nobody has registered for keeps what is written to it.</summary>
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
    public void What_waits_goes_out_gathered_a_frame_with_each_send()
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
    public void An_empty_write_that_waits_is_acknowledged_before_what_was_written_before_it()
    {
        var accepted = AcceptUnregistered();
        accepted.Write("four", 1);
        accepted.Write("", 2);

        Register(accepted);

        accepted.ExpectWritten(2);
        accepted.ExpectWritten(1);
    }

    [Fact]
    public void A_write_that_would_make_more_bytes_wait_than_may_fails_and_costs_the_next_one_nothing()
    {
        var accepted = AcceptUnregistered(Bounded(10));
        accepted.Write("123456", 1);

        var failed = accepted.Write("12345", 2);

        var told = accepted.Handler.ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(failed, told.Cmd);
        Assert.Contains("queue is full", Assert.IsType<IOException>(told.Cause.Value).Message);
        accepted.Write("1234", 3);
        Register(accepted);
        accepted.ExpectWritten(1);
        accepted.ExpectWritten(3);
        Assert.Equal("1234561234", accepted.Peer.ReceiveText(10));
    }

    [Fact]
    public void It_is_bytes_that_are_counted_not_writes()
    {
        var accepted = AcceptUnregistered(Bounded(2));
        for (var number = 0; number < 9; number++)
            accepted.Write("", number);
        accepted.Write("three", 9);

        Assert.Equal(5, accepted.Handler.ExpectMsg<Tcp.CommandFailed>().Cmd is Tcp.Write write ? write.Bytes : 0);
    }

    [Fact]
    public void By_default_any_number_of_bytes_may_wait()
    {
        Assert.Equal(-1, Settings.WriteCommandsQueueMaxSize);
        var accepted = AcceptUnregistered();

        for (var number = 0; number < 100; number++)
            accepted.Write(new byte[1_000_000], number);

        Settle(accepted.Connection);
        ExpectSilence(accepted.Handler);
    }

    [Fact]
    public void What_still_waits_at_the_end_fails_also_when_a_part_of_it_was_sent()
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
    public void Many_parts_are_gathered_without_copying()
    {
        byte[] first = [1, 2];
        byte[] second = [3, 4];
        var gathered = ByteString.FromBytes([new ArraySegment<byte>(first), new ArraySegment<byte>(second)]);

        second[0] = 9;

        Assert.Equal([1, 2, 9, 4], gathered.ToArray());
        Assert.Equal(4, gathered.Count);
    }
}

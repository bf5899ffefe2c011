using Akka.Event;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// What waits inside a connection goes out gathered, its bytes are bounded only if they are told to be, and what is
/// left at the end fails.
/// </summary>
public sealed class WriteQueueSpecs() : TcpSpec("akka { loglevel = DEBUG, loggers = [] }")
{
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
}

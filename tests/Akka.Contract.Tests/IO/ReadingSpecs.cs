using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// Bytes arrive in order, at most one frame per read: of the sizes in akka.io.tcp a connection uses
/// maximum-frame-size only. In pull mode each ResumeReading after Register brings one Received.
/// </summary>
public sealed class ReadingSpecs() : TcpSpec("""
    akka.io.tcp {
      maximum-frame-size = 1024
      disabled-buffer-pool.buffer-size = 100
      direct-buffer-pool.buffer-size = 100
    }
    """)
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i % 251))];

    /// <summary>
    /// Asserts that nothing was received before by writing and waiting for the acknowledgement.
    /// </summary>
    private static void ExpectNothingRead(Accepted accepted)
    {
        accepted.Write(".", 0);
        accepted.ExpectWritten(0);
        accepted.Peer.Receive(1);
    }

    [Fact]
    public void Bytes_arrive_in_order()
    {
        var accepted = Accept();

        accepted.Peer.SendAll(Bytes);

        Assert.Equal(Bytes, accepted.Handler.ExpectReceived(Bytes.Length));
        Assert.Equal(accepted.Connection, accepted.Handler.LastSender);
    }

    [Fact]
    public void Bytes_sent_before_Register_are_not_lost()
    {
        var listening = Listen();
        var peer = Connect(listening.Address);
        peer.SendText("hello");
        listening.ExpectConnection();

        listening.Handler.Reply(new Tcp.Register(listening.Handler.Ref));

        listening.Handler.ExpectReceived("hello");
    }

    [Fact]
    public void Received_bytes_do_not_change_when_more_arrive()
    {
        var accepted = Accept();
        accepted.Peer.SendText("first");
        var first = accepted.Handler.ExpectMsg<Tcp.Received>().Data;

        accepted.Peer.SendText("second");
        accepted.Handler.ExpectReceived("second");

        Assert.Equal("first", first.ToString());
    }

    [Fact]
    public void In_pull_mode_nothing_is_read_before_ResumeReading()
    {
        var accepted = Accept(pullMode: true);

        accepted.Peer.SendText("hello");
        ExpectNothingRead(accepted);

        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Handler.ExpectReceived("hello");
    }

    [Fact]
    public void ResumeReading_before_Register_is_ignored()
    {
        var listening = Listen(pullMode: true);
        var peer = Connect(listening.Address);
        var accepted = new Accepted(listening.ExpectConnection(), listening.Handler, peer);
        peer.SendText("hello");

        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Tell(new Tcp.Register(accepted.Handler.Ref));

        ExpectNothingRead(accepted);
        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Handler.ExpectReceived("hello");
    }

    [Fact]
    public void Each_ResumeReading_brings_one_Received()
    {
        var accepted = Accept(pullMode: true);
        accepted.Peer.SendAll(new byte[20_000]);
        var received = 0;

        while (received < 20_000)
        {
            accepted.Tell(Tcp.ResumeReading.Instance);
            received += accepted.Handler.ExpectMsg<Tcp.Received>().Data.Count;
            ExpectNothingRead(accepted);
        }
    }

    [Fact]
    public void A_second_ResumeReading_before_any_bytes_is_ignored()
    {
        var accepted = Accept(pullMode: true);
        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Tell(Tcp.ResumeReading.Instance);
        Settle(accepted.Connection);

        accepted.Peer.SendText("one");
        accepted.Handler.ExpectReceived("one");
        accepted.Peer.SendText("two");

        ExpectNothingRead(accepted);
    }

    [Fact]
    public void The_end_of_the_stream_is_reported_when_it_is_read()
    {
        var accepted = Accept(pullMode: true);
        accepted.Peer.SendText("hello");
        accepted.Peer.Shutdown(SocketShutdown.Send);

        accepted.Tell(Tcp.ResumeReading.Instance);
        accepted.Handler.ExpectReceived("hello");
        ExpectNothingRead(accepted);
        accepted.Tell(Tcp.ResumeReading.Instance);

        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
    }

    private sealed class Observing(IActorRef observer) : Inet.SocketOption
    {
        public override void AfterConnect(Socket s) => observer.Tell((s.ReceiveBufferSize, s.SendBufferSize));
    }

    private TcpSettings Settings => TcpSettings.Create(Sys);

    private static TcpSettings Read(string hocon) => TcpSettings.Create(ConfigurationFactory.ParseString(hocon));

    private static int LargestReceived(Accepted accepted)
    {
        const int Bytes = 100_000;
        accepted.Peer.SendAll(new byte[Bytes]);
        var sizes = new List<int>();
        while (sizes.Sum() < Bytes)
            sizes.Add(accepted.Handler.ExpectMsg<Tcp.Received>().Data.Count);
        return sizes.Max();
    }

    [Fact]
    public void A_Received_has_at_most_one_frame_whatever_the_pools_buffer_size() =>
        Assert.Equal(1024, LargestReceived(Accept()));

    [Theory]
    [InlineData(1_000, 1_024)]
    [InlineData(5_000, 8_192)]
    public void A_read_takes_the_frame_size_rounded_up_to_a_power_of_two(int size, int most) =>
        Assert.Equal(most, LargestReceived(Accept(settings: Settings with { MaxFrameSizeBytes = size })));

    [Fact]
    public void A_frame_has_4_KiB_by_default()
    {
        using var plain = ActorSystem.Create("plain", "akka { loglevel = OFF, stdout-loglevel = OFF }");

        Assert.Equal(4096, TcpSettings.Create(plain).MaxFrameSizeBytes);
    }

    [Fact]
    public void Buffer_sizes_are_not_set_on_the_socket()
    {
        Accept(options: [new Observing(TestActor)]);
        var usual = ExpectMsg<(int, int)>();
        var large = Settings with { ReceiveBufferSize = 65_536, SendBufferSize = 65_536 };

        Accept(options: [new Observing(TestActor)], settings: large);

        ExpectMsg(usual);
    }

    [Theory]
    [InlineData("receive-buffer-size")]
    [InlineData("send-buffer-size")]
    public void Buffers_smaller_than_a_frame_are_refused(string key)
    {
        Assert.Throws<ArgumentException>(() => Read($"maximum-frame-size = 4096, {key} = 4095"));
        Assert.Equal(4096, Read($"maximum-frame-size = 4096, {key} = 4096").MaxFrameSizeBytes);
    }

    [Fact]
    public void A_frame_larger_than_the_default_buffers_needs_larger_buffers()
    {
        Assert.Throws<ArgumentException>(() => Read("maximum-frame-size = 16KiB"));
        Read("maximum-frame-size = 16KiB, receive-buffer-size = 32KiB, send-buffer-size = 32KiB");
    }

    [Fact]
    public async Task Invalid_settings_are_refused_when_the_manager_is_created()
    {
        const string Wrong = "akka { loglevel = OFF, stdout-loglevel = OFF, io.tcp.send-buffer-size = 1 }";
        var system = ActorSystem.Create("wrong", Wrong);

        Assert.Throws<ArgumentException>(() => system.Tcp());

        await system.Terminate().WaitAsync(Timeout);
    }

    [Fact]
    public void A_negative_frame_size_is_refused_and_0_is_not()
    {
        Assert.Throws<ArgumentException>(() => Read("maximum-frame-size = -1"));
        Assert.Equal(0, Read("maximum-frame-size = 0").MaxFrameSizeBytes);
    }

    [Fact]
    public void With_frame_size_0_nothing_is_written_and_a_read_looks_like_a_close()
    {
        var accepted = Accept(settings: Settings with { MaxFrameSizeBytes = 0 });
        accepted.Write("never", 1);
        accepted.Handler.ExpectNoMsg(ShortWait);
        Assert.Equal(0, accepted.Peer.Available);

        accepted.Connection.Tell(Tcp.Abort.Instance);
        accepted = Accept(settings: Settings with { MaxFrameSizeBytes = 0 });
        accepted.Peer.SendText("hello");

        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
        Assert.True(accepted.Peer.IsGone());
    }
}

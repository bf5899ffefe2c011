using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>maximum-frame-size is the only one of the sizes of akka.io.tcp that a connection goes by.</summary>
public sealed class SizeSpecs() : TcpSpec("""
    akka.io.tcp {
      maximum-frame-size = 1024
      disabled-buffer-pool.buffer-size = 100
      direct-buffer-pool.buffer-size = 100
    }
    """)
{
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
    public void A_Received_brings_a_frame_at_most_whatever_the_buffers_of_a_pool_are() =>
        Assert.Equal(1024, LargestReceived(Accept()));

    [Theory]
    [InlineData(1_000, 1_024)]
    [InlineData(5_000, 8_192)]
    public void What_is_read_at_once_is_the_frame_size_up_to_the_next_power_of_two(int size, int most) =>
        Assert.Equal(most, LargestReceived(Accept(settings: Settings with { MaxFrameSizeBytes = size })));

    [Fact]
    public void A_frame_has_4_KiB_by_default()
    {
        using var plain = ActorSystem.Create("plain", "akka { loglevel = OFF, stdout-loglevel = OFF }");

        Assert.Equal(4096, TcpSettings.Create(plain).MaxFrameSizeBytes);
    }

    [Fact]
    public void Buffer_sizes_are_not_given_to_the_socket()
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
    public void Buffers_smaller_than_a_frame_are_refused_and_as_large_as_one_are_not(string key)
    {
        Assert.Throws<ArgumentException>(() => Read($"maximum-frame-size = 4096, {key} = 4095"));
        Assert.Equal(4096, Read($"maximum-frame-size = 4096, {key} = 4096").MaxFrameSizeBytes);
    }

    [Fact]
    public void A_frame_larger_than_the_default_buffers_is_refused_without_larger_ones()
    {
        Assert.Throws<ArgumentException>(() => Read("maximum-frame-size = 16KiB"));
        Read("maximum-frame-size = 16KiB, receive-buffer-size = 32KiB, send-buffer-size = 32KiB");
    }

    [Fact]
    public async Task Settings_are_refused_where_the_manager_is_asked_for_and_not_before()
    {
        const string Wrong = "akka { loglevel = OFF, stdout-loglevel = OFF, io.tcp.send-buffer-size = 1 }";
        var system = ActorSystem.Create("wrong", Wrong);

        Assert.Throws<ArgumentException>(() => system.Tcp());

        await system.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public void A_negative_frame_is_refused_and_an_empty_one_is_not()
    {
        Assert.Throws<ArgumentException>(() => Read("maximum-frame-size = -1"));
        Assert.Equal(0, Read("maximum-frame-size = 0").MaxFrameSizeBytes);
    }

    [Fact]
    public void With_empty_frames_nothing_is_written_and_who_sends_something_seems_to_have_closed()
    {
        var accepted = Accept(settings: Settings with { MaxFrameSizeBytes = 0 });
        accepted.Write("never", 1);
        accepted.Handler.ExpectNoMsg(Moment);
        Assert.Equal(0, accepted.Peer.Available);

        accepted.Connection.Tell(Tcp.Abort.Instance);
        accepted = Accept(settings: Settings with { MaxFrameSizeBytes = 0 });
        accepted.Peer.SendText("hello");

        accepted.Handler.ExpectMsg<Tcp.PeerClosed>();
        Assert.True(accepted.Peer.IsGone());
    }
}

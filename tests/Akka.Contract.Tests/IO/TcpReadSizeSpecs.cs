using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class TcpReadSizeSpecs() : TcpSpec("akka.io.tcp.disabled-buffer-pool.buffer-size = 1000")
{
    [Fact]
    public void No_Received_brings_more_than_the_buffer_size()
    {
        var accepted = Accept();

        accepted.Peer.SendAll(new byte[100_000]);

        var sizes = new List<int>();
        while (sizes.Sum() < 100_000)
            sizes.Add(accepted.Handler.ExpectMsg<Tcp.Received>().Data.Count);
        Assert.Equal(1000, sizes.Max());
        Assert.Equal(100_000, sizes.Sum());
    }
}

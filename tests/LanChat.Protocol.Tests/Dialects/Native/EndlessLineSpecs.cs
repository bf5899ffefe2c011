using System.Text;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class EndlessLineSpecs
{
    private const int Read = 8192;
    private const int Gigabyte = 1 << 30;
    private static readonly byte[] Piece = [.. Enumerable.Repeat((byte)'a', Read)];

    [Theory]
    [InlineData("")]
    [InlineData("bob\n")]
    [InlineData("{\"hello\":1,\"nick\":\"bob\"}\n")]
    [InlineData("{\"hello\":1,\"nick\":\"")]
    public void A_gigabyte_without_a_line_end_is_refused_at_the_limit_and_costs_nothing_after_it(string beginning)
    {
        var listener = new Listener().Reads(beginning);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = Encoding.UTF8.GetByteCount(beginning);
        while (!listener.IsClosed) read += Feed(listener);

        Assert.Equal(Invalid(Refusal.LineTooLong), listener.Heard[^1]);
        Assert.InRange(read, WireLimits.Default.Line, WireLimits.Default.Line + (2 * Read));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * WireLimits.Default.Line);

        before = GC.GetAllocatedBytesForCurrentThread();
        while (read < Gigabyte) read += Feed(listener);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Read);
    }

    [Fact]
    public void Neither_does_a_gigabyte_of_halves_of_characters()
    {
        var listener = new Listener().Reads("bob").Waits().Reads([0xE8]);
        byte[] piece = [0xB1, 0x86, .. Enumerable.Repeat((byte)'a', Read - 3), 0xE8];
        var read = 1;
        for (; !listener.IsClosed; read += piece.Length) listener.Reads(piece);

        Assert.Equal([Enter("bob"), Invalid(Refusal.LineTooLong)], listener.Heard);
        Assert.InRange(read, WireLimits.Default.Line, WireLimits.Default.Line + (2 * Read));
    }

    private static int Feed(Listener listener)
    {
        listener.Reads(Piece);
        return Piece.Length;
    }
}

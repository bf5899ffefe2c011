using BenchmarkDotNet.Attributes;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Benchmarks;

/// <summary>
/// The cost of one line of input, from bytes to request, in line mode and in rich mode.
/// </summary>
[MemoryDiagnoser]
public class DecodingBenchmarks
{
    private const int Count = 64;

    private static readonly WireLimits Limits = new(64 * 1024, TimeSpan.FromMilliseconds(200));
    private static readonly IDialect Native = new JsonDialect();
    private static readonly byte[] Plain = Sample.Lines(Count);
    private static readonly byte[] Rich = RichLines();

    [Benchmark(OperationsPerInvoke = Count)]
    public int Lines() => Read(Plain);

    [Benchmark(OperationsPerInvoke = Count)]
    public int RichRequests() => Read(Rich);

    private static int Read(ReadOnlySpan<byte> bytes)
    {
        var conversation = Native.Open(Limits, Sample.Speaker);
        var count = 0;
        while (conversation.TryRead(ref bytes, out _)) count++;
        return count;
    }

    private static byte[] RichLines() =>
    [
        .. RichRequest.Hello("sender"),
        .. Enumerable.Repeat(RichRequest.Say(Sample.Text), Count).SelectMany(line => line),
    ];
}

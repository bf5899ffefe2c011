using BenchmarkDotNet.Attributes;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Benchmarks;

/// <summary>The cost of a batch of output, from events to bytes, once per dialect.</summary>
[MemoryDiagnoser]
public class EncodingBenchmarks
{
    private RoomEvent[] _turn = [];

    [Params(1, 44)]
    public int Messages { get; set; }

    [GlobalSetup]
    public void MakeTurn() => _turn = Sample.Turn(Messages);

    [Benchmark]
    public int Line() => JsonEncoder.Line.Encode(_turn).Count;

    [Benchmark]
    public int Rich() => JsonEncoder.Rich.Encode(_turn).Count;
}

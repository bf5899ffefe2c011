using Akka.Actor;
using BenchmarkDotNet.Attributes;

namespace LanChat.Benchmarks;

/// <summary>The cost of sending a message to one actor, and to a room full of actors.</summary>
[MemoryDiagnoser]
public class MailboxBenchmarks
{
    private const int Count = 100_000;
    private const int Actors = 100;

    private sealed class Counter(CountdownEvent left) : UntypedActor
    {
        protected override void OnReceive(object message) => left.Signal();
    }

    private readonly CountdownEvent _left = new(Count);
    private readonly object _message = new();
    private ActorSystem _system = null!;
    private IActorRef[] _actors = [];

    [GlobalSetup]
    public void Start()
    {
        _system = ActorSystem.Create("benchmarks");
        _actors = [.. Enumerable.Range(0, Actors).Select(_ => _system.ActorOf(Props.Create(() => new Counter(_left))))];
    }

    [GlobalCleanup]
    public Task Stop() => _system.Terminate();

    [Benchmark(OperationsPerInvoke = Count)]
    public void One() => TellEach(_actors[..1]);

    [Benchmark(OperationsPerInvoke = Count)]
    public void Everyone() => TellEach(_actors);

    private void TellEach(IActorRef[] actors)
    {
        _left.Reset();
        for (var told = 0; told < Count; told++) actors[told % actors.Length].Tell(_message);
        _left.Wait();
    }
}

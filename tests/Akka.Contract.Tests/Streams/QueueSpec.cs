using System.Collections.Immutable;
using Akka.Streams;
using Akka.Streams.Dsl;

namespace Akka.Contract.Tests.Streams;

/// <summary>A stream that is fed by a queue and lets its elements through when a test says so.</summary>
public abstract class QueueSpec : Spec
{
    private readonly SemaphoreSlim _underWay = new(0);

    /// <summary>Lets one element through at a time, when it is told to.</summary>
    protected SemaphoreSlim Gate { get; } = new(0);

    protected (ISourceQueueWithComplete<int> Queue, Task<IImmutableList<int>> All) RunGated(
        int bufferSize, OverflowStrategy strategy) =>
        Source.Queue<int>(bufferSize, strategy)
            .SelectAsync(1, async number =>
            {
                _underWay.Release();
                await Gate.WaitAsync();
                return number;
            })
            .ToMaterialized(Sink.Seq<int>(), Keep.Both)
            .Run(Sys.Materializer());

    /// <summary>Offers 1, and waits until it is under way and the buffer is empty.</summary>
    protected async Task<(ISourceQueueWithComplete<int> Queue, Task<IImmutableList<int>> All)> RunBusy(
        int bufferSize, OverflowStrategy strategy)
    {
        var running = RunGated(bufferSize, strategy);
        Assert.IsType<QueueOfferResult.Enqueued>(await running.Queue.OfferAsync(1).WaitAsync(Patience));
        Assert.True(await _underWay.WaitAsync(Patience));
        return running;
    }
}

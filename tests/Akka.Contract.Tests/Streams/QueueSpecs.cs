using System.Collections.Immutable;
using Akka.Streams;
using Akka.Streams.Dsl;

namespace Akka.Contract.Tests.Streams;

public sealed class QueueSpecs : Spec
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Lets one element through at a time, when it is told to.</summary>
    private readonly SemaphoreSlim _gate = new(0);
    private readonly SemaphoreSlim _underWay = new(0);

    private (ISourceQueueWithComplete<int> Queue, Task<IImmutableList<int>> All) RunGated(
        int bufferSize, OverflowStrategy strategy) =>
        Source.Queue<int>(bufferSize, strategy)
            .SelectAsync(1, async number =>
            {
                _underWay.Release();
                await _gate.WaitAsync();
                return number;
            })
            .ToMaterialized(Sink.Seq<int>(), Keep.Both)
            .Run(Sys.Materializer());

    /// <summary>Offers 1, and waits until it is under way and the buffer is empty.</summary>
    private async Task<(ISourceQueueWithComplete<int> Queue, Task<IImmutableList<int>> All)> RunBusy(
        int bufferSize, OverflowStrategy strategy)
    {
        var running = RunGated(bufferSize, strategy);
        Assert.IsType<QueueOfferResult.Enqueued>(await running.Queue.OfferAsync(1).WaitAsync(Patience));
        Assert.True(await _underWay.WaitAsync(Patience));
        return running;
    }

    [Fact]
    public async Task What_is_offered_arrives_in_order()
    {
        var (queue, all) = RunGated(100, OverflowStrategy.Backpressure);
        _gate.Release(50);

        for (var i = 0; i < 50; i++)
            Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(i));
        queue.Complete();

        Assert.Equal(Enumerable.Range(0, 50), await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task Backpressure_answers_only_when_there_is_room()
    {
        var (queue, all) = await RunBusy(2, OverflowStrategy.Backpressure);
        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(2).WaitAsync(Patience));
        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(3).WaitAsync(Patience));
        var offer = queue.OfferAsync(4);
        await Assert.ThrowsAsync<TimeoutException>(() => offer.WaitAsync(TimeSpan.FromMilliseconds(100)));

        _gate.Release();

        Assert.IsType<QueueOfferResult.Enqueued>(await offer.WaitAsync(Patience));
        _gate.Release(3);
        queue.Complete();
        Assert.Equal([1, 2, 3, 4], await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task DropHead_forgets_the_oldest_that_waits()
    {
        var (queue, all) = await RunBusy(2, OverflowStrategy.DropHead);

        for (var i = 2; i <= 5; i++)
            Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(i));
        _gate.Release(10);
        queue.Complete();

        Assert.Equal([1, 4, 5], await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task DropTail_forgets_the_youngest_that_waits()
    {
        var (queue, all) = await RunBusy(2, OverflowStrategy.DropTail);

        for (var i = 2; i <= 5; i++)
            Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(i));
        _gate.Release(10);
        queue.Complete();

        Assert.Equal([1, 2, 5], await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task DropBuffer_forgets_all_that_wait()
    {
        var (queue, all) = await RunBusy(2, OverflowStrategy.DropBuffer);

        for (var i = 2; i <= 4; i++)
            Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(i));
        _gate.Release(10);
        queue.Complete();

        Assert.Equal([1, 4], await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task DropNew_says_that_it_dropped_what_was_offered()
    {
        var (queue, all) = await RunBusy(2, OverflowStrategy.DropNew);

        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(2));
        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(3));
        Assert.IsType<QueueOfferResult.Dropped>(await queue.OfferAsync(4));
        _gate.Release(10);
        queue.Complete();

        Assert.Equal([1, 2, 3], await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task Fail_fails_the_stream_when_there_is_no_room()
    {
        var (queue, all) = await RunBusy(1, OverflowStrategy.Fail);

        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(2));
        Assert.IsType<QueueOfferResult.Failure>(await queue.OfferAsync(3));
        _gate.Release(10);

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => all.WaitAsync(Patience));
        Assert.Contains(nameof(BufferOverflowException), thrown.ToString());
    }

    [Fact]
    public async Task A_queue_can_be_failed()
    {
        var (queue, all) = RunGated(2, OverflowStrategy.Backpressure);

        queue.Fail(new InvalidOperationException("no luck"));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => all.WaitAsync(Patience));
        Assert.Contains("no luck", thrown.ToString());
        thrown = await Assert.ThrowsAnyAsync<Exception>(() => queue.WatchCompletionAsync().WaitAsync(Patience));
        Assert.Contains("no luck", thrown.ToString());
    }

    [Fact]
    public async Task A_completed_queue_takes_no_more()
    {
        var (queue, all) = RunGated(2, OverflowStrategy.Backpressure);

        queue.Complete();
        await queue.WatchCompletionAsync().WaitAsync(Patience);

        await Assert.ThrowsAsync<StreamDetachedException>(() => queue.OfferAsync(1).WaitAsync(Patience));
        Assert.Empty(await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_queue_whose_stream_has_ended_takes_no_more()
    {
        var (queue, first) = Source.Queue<int>(4, OverflowStrategy.Backpressure).ToMaterialized(Sink.First<int>(), Keep.Both).Run(Sys.Materializer());

        await queue.OfferAsync(1);
        Assert.Equal(1, await first.WaitAsync(Patience));
        await queue.WatchCompletionAsync().WaitAsync(Patience);

        await Assert.ThrowsAsync<StreamDetachedException>(() => queue.OfferAsync(2).WaitAsync(Patience));
    }
}

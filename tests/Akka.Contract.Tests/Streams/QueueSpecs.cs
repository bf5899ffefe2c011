using Akka.Streams;
using Akka.Streams.Dsl;

namespace Akka.Contract.Tests.Streams;

public sealed class QueueSpecs : QueueSpec
{
    [Fact]
    public async Task What_is_offered_arrives_in_order()
    {
        var (queue, all) = RunGated(100, OverflowStrategy.Backpressure);
        Gate.Release(50);

        for (var i = 0; i < 50; i++)
            Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(i).WaitAsync(Patience));
        queue.Complete();

        Assert.Equal(Enumerable.Range(0, 50), await all.WaitAsync(Patience));
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
        var (queue, first) = Source.Queue<int>(4, OverflowStrategy.Backpressure)
            .ToMaterialized(Sink.First<int>(), Keep.Both)
            .Run(Sys.Materializer());

        await queue.OfferAsync(1).WaitAsync(Patience);
        Assert.Equal(1, await first.WaitAsync(Patience));
        await queue.WatchCompletionAsync().WaitAsync(Patience);

        await Assert.ThrowsAsync<StreamDetachedException>(() => queue.OfferAsync(2).WaitAsync(Patience));
    }
}

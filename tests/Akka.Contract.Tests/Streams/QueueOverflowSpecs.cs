using Akka.Streams;

namespace Akka.Contract.Tests.Streams;

public sealed class QueueOverflowSpecs : QueueSpec
{
    [Fact]
    public async Task Backpressure_answers_only_when_there_is_room()
    {
        var (queue, all) = await RunBusy(2, OverflowStrategy.Backpressure);
        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(2).WaitAsync(Patience));
        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(3).WaitAsync(Patience));
        var offer = queue.OfferAsync(4);
        await Assert.ThrowsAsync<TimeoutException>(() => offer.WaitAsync(TimeSpan.FromMilliseconds(100)));

        Gate.Release();

        Assert.IsType<QueueOfferResult.Enqueued>(await offer.WaitAsync(Patience));
        Gate.Release(3);
        queue.Complete();
        Assert.Equal([1, 2, 3, 4], await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task DropHead_forgets_the_oldest_that_waits()
    {
        var (queue, all) = await RunBusy(2, OverflowStrategy.DropHead);

        for (var i = 2; i <= 5; i++)
            Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(i).WaitAsync(Patience));
        Gate.Release(10);
        queue.Complete();

        Assert.Equal([1, 4, 5], await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task DropTail_forgets_the_youngest_that_waits()
    {
        var (queue, all) = await RunBusy(2, OverflowStrategy.DropTail);

        for (var i = 2; i <= 5; i++)
            Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(i).WaitAsync(Patience));
        Gate.Release(10);
        queue.Complete();

        Assert.Equal([1, 2, 5], await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task DropBuffer_forgets_all_that_wait()
    {
        var (queue, all) = await RunBusy(2, OverflowStrategy.DropBuffer);

        for (var i = 2; i <= 4; i++)
            Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(i).WaitAsync(Patience));
        Gate.Release(10);
        queue.Complete();

        Assert.Equal([1, 4], await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task DropNew_says_that_it_dropped_what_was_offered()
    {
        var (queue, all) = await RunBusy(2, OverflowStrategy.DropNew);

        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(2).WaitAsync(Patience));
        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(3).WaitAsync(Patience));
        Assert.IsType<QueueOfferResult.Dropped>(await queue.OfferAsync(4).WaitAsync(Patience));
        Gate.Release(10);
        queue.Complete();

        Assert.Equal([1, 2, 3], await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task Fail_fails_the_stream_when_there_is_no_room()
    {
        var (queue, all) = await RunBusy(1, OverflowStrategy.Fail);

        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(2).WaitAsync(Patience));
        Assert.IsType<QueueOfferResult.Failure>(await queue.OfferAsync(3).WaitAsync(Patience));
        Gate.Release(10);

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => all.WaitAsync(Patience));
        Assert.Contains(nameof(BufferOverflowException), thrown.ToString());
    }
}

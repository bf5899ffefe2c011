using System.Collections.Immutable;
using Akka.Streams;
using Akka.Streams.Dsl;

namespace Akka.Contract.Tests;

/// <summary>
/// A queue with backpressure completes an offer when there is room; its stream keeps the order,
/// groups by size or time, and reports its end.
/// </summary>
public sealed class StreamQueueSpecs : Spec
{
    private readonly SemaphoreSlim _underWay = new(0);
    private readonly SemaphoreSlim _gate = new(0);

    private static Source<int, ISourceQueueWithComplete<int>> Queue(int size) =>
        Source.Queue<int>(size, OverflowStrategy.Backpressure);

    /// <summary>A queue whose elements pass one at a time, when the gate is released.</summary>
    private (ISourceQueueWithComplete<int> Queue, Task<IImmutableList<int>> All) RunGated(int size) =>
        Queue(size)
            .SelectAsync(1, async number =>
            {
                _underWay.Release();
                await _gate.WaitAsync();
                return number;
            })
            .ToMaterialized(Sink.Seq<int>(), Keep.Both)
            .Run(Sys.Materializer());

    private static async Task Offer(ISourceQueueWithComplete<int> queue, int number) =>
        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(number).WaitAsync(Timeout));

    [Fact]
    public async Task Offered_elements_arrive_in_order()
    {
        var (queue, all) = RunGated(100);
        _gate.Release(50);

        for (var i = 0; i < 50; i++)
            await Offer(queue, i);
        queue.Complete();

        Assert.Equal(Enumerable.Range(0, 50), await all.WaitAsync(Timeout));
    }

    [Fact]
    public async Task With_backpressure_an_offer_completes_when_there_is_room()
    {
        var (queue, all) = RunGated(2);
        await Offer(queue, 1);
        Assert.True(await _underWay.WaitAsync(Timeout));
        await Offer(queue, 2);
        await Offer(queue, 3);
        var offer = queue.OfferAsync(4);
        await Assert.ThrowsAsync<TimeoutException>(() => offer.WaitAsync(ShortWait));

        _gate.Release();

        Assert.IsType<QueueOfferResult.Enqueued>(await offer.WaitAsync(Timeout));
        _gate.Release(3);
        queue.Complete();
        Assert.Equal([1, 2, 3, 4], await all.WaitAsync(Timeout));
    }

    [Fact]
    public async Task A_completed_queue_ends_its_stream_and_accepts_no_more()
    {
        var (queue, all) = RunGated(2);
        await Offer(queue, 1);
        _gate.Release();

        queue.Complete();
        await queue.WatchCompletionAsync().WaitAsync(Timeout);

        Assert.Equal([1], await all.WaitAsync(Timeout));
        await Assert.ThrowsAsync<StreamDetachedException>(() => queue.OfferAsync(2).WaitAsync(Timeout));
    }

    [Fact]
    public async Task GroupedWithin_groups_by_size_if_elements_come_quickly()
    {
        var groups = await Source.From(Enumerable.Range(1, 7))
            .GroupedWithin(3, Timeout)
            .RunWith(Sink.Seq<IEnumerable<int>>(), Sys.Materializer())
            .WaitAsync(Timeout);

        Assert.Equal(["1,2,3", "4,5,6", "7"], groups.Select(group => string.Join(",", group)));
    }

    [Fact]
    public async Task GroupedWithin_emits_a_smaller_group_when_its_time_is_up()
    {
        var observer = TestActor;
        var queue = Queue(16)
            .GroupedWithin(1_000, TimeSpan.FromMilliseconds(50))
            .To(Sink.ForEach<IEnumerable<int>>(group => observer.Tell(string.Join(",", group), observer)))
            .Run(Sys.Materializer());

        await Offer(queue, 1);
        await ExpectMsgAsync("1");
        await Offer(queue, 2);
        await ExpectMsgAsync("2");
    }

    [Fact]
    public async Task An_exception_in_an_operator_fails_the_stream_and_later_offers()
    {
        var (queue, end) = Queue(4)
            .SelectAsync(1, _ => Task.FromException<int>(new InvalidOperationException("no luck")))
            .ToMaterialized(Sink.ForEach<int>(_ => { }), Keep.Both)
            .Run(Sys.Materializer());

        await Offer(queue, 1);

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => end.WaitAsync(Timeout));
        Assert.Contains("no luck", thrown.ToString());
        await Assert.ThrowsAsync<StreamDetachedException>(() => queue.OfferAsync(2).WaitAsync(Timeout));
    }

    [Fact]
    public async Task A_stream_of_the_system_ends_with_the_system()
    {
        var all = RunGated(4).All;

        await Sys.Terminate().WaitAsync(Timeout);

        await Assert.ThrowsAsync<AbruptStageTerminationException>(() => all.WaitAsync(Timeout));
    }
}

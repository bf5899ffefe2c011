using System.Collections.Immutable;
using Akka.Streams;
using Akka.Streams.Dsl;

namespace Akka.Contract.Tests;

/// <summary>
/// A queue with backpressure answers an offer when there is room; its stream keeps the order,
/// groups by size or time, and says how it ended.
/// </summary>
public sealed class StreamQueueSpecs : Spec
{
    private readonly SemaphoreSlim _underWay = new(0);
    private readonly SemaphoreSlim _gate = new(0);

    private static Source<int, ISourceQueueWithComplete<int>> Queue(int size) =>
        Source.Queue<int>(size, OverflowStrategy.Backpressure);

    /// <summary>
    /// A queue whose elements are let through one at a time, when the gate is told to.
    /// </summary>
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
        Assert.IsType<QueueOfferResult.Enqueued>(await queue.OfferAsync(number).WaitAsync(Patience));

    [Fact]
    public async Task What_is_offered_arrives_in_order()
    {
        var (queue, all) = RunGated(100);
        _gate.Release(50);

        for (var i = 0; i < 50; i++)
            await Offer(queue, i);
        queue.Complete();

        Assert.Equal(Enumerable.Range(0, 50), await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task Backpressure_answers_only_when_there_is_room()
    {
        var (queue, all) = RunGated(2);
        await Offer(queue, 1);
        Assert.True(await _underWay.WaitAsync(Patience));
        await Offer(queue, 2);
        await Offer(queue, 3);
        var offer = queue.OfferAsync(4);
        await Assert.ThrowsAsync<TimeoutException>(() => offer.WaitAsync(Moment));

        _gate.Release();

        Assert.IsType<QueueOfferResult.Enqueued>(await offer.WaitAsync(Patience));
        _gate.Release(3);
        queue.Complete();
        Assert.Equal([1, 2, 3, 4], await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_completed_queue_ends_its_stream_after_what_it_took_and_takes_no_more()
    {
        var (queue, all) = RunGated(2);
        await Offer(queue, 1);
        _gate.Release();

        queue.Complete();
        await queue.WatchCompletionAsync().WaitAsync(Patience);

        Assert.Equal([1], await all.WaitAsync(Patience));
        await Assert.ThrowsAsync<StreamDetachedException>(() => queue.OfferAsync(2).WaitAsync(Patience));
    }

    [Fact]
    public async Task GroupedWithin_makes_groups_of_a_size_when_elements_come_quickly()
    {
        var groups = await Source.From(Enumerable.Range(1, 7))
            .GroupedWithin(3, Patience)
            .RunWith(Sink.Seq<IEnumerable<int>>(), Sys.Materializer())
            .WaitAsync(Patience);

        Assert.Equal(["1,2,3", "4,5,6", "7"], groups.Select(group => string.Join(",", group)));
    }

    [Fact]
    public async Task GroupedWithin_emits_what_it_has_when_time_is_up()
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
    public async Task What_an_operator_throws_fails_the_stream_and_what_is_offered_then()
    {
        var (queue, end) = Queue(4)
            .SelectAsync(1, _ => Task.FromException<int>(new InvalidOperationException("no luck")))
            .ToMaterialized(Sink.ForEach<int>(_ => { }), Keep.Both)
            .Run(Sys.Materializer());

        await Offer(queue, 1);

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => end.WaitAsync(Patience));
        Assert.Contains("no luck", thrown.ToString());
        await Assert.ThrowsAsync<StreamDetachedException>(() => queue.OfferAsync(2).WaitAsync(Patience));
    }

    [Fact]
    public async Task A_stream_of_the_system_ends_with_the_system()
    {
        var all = RunGated(4).All;

        await Sys.Terminate().WaitAsync(Patience);

        await Assert.ThrowsAsync<AbruptStageTerminationException>(() => all.WaitAsync(Patience));
    }
}

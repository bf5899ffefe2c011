using Akka.Streams;
using Akka.Streams.Dsl;

namespace Akka.Contract.Tests.Streams;

public sealed class OperatorSpecs : Spec
{
    private static readonly Source<int, NotUsed> Numbers = Source.From(Enumerable.Range(1, 7));

    private async Task<IEnumerable<T>> All<T>(Source<T, NotUsed> source) =>
        await source.RunWith(Sink.Seq<T>(), Sys.Materializer()).WaitAsync(Patience);

    [Fact]
    public async Task Select_makes_one_of_each() =>
        Assert.Equal(["1!", "2!", "3!"], (await All(Numbers.Select(number => $"{number}!"))).Take(3));

    [Fact]
    public async Task Where_lets_some_pass() => Assert.Equal([2, 4, 6], await All(Numbers.Where(number => number % 2 == 0)));

    [Fact]
    public async Task Collect_selects_what_a_partial_function_is_defined_for() =>
        Assert.Equal(["2", "4", "6"], await All(Numbers.Collect(number => number % 2 == 0, number => number.ToString())));

    [Fact]
    public async Task SelectAsync_keeps_the_order_whichever_is_done_first()
    {
        var first = new TaskCompletionSource();
        var all = All(Numbers.SelectAsync(4, async number =>
        {
            if (number == 1)
                await first.Task;
            if (number == 3)
                first.SetResult();
            return number;
        }));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], await all);
    }

    [Fact]
    public async Task SelectAsync_runs_no_more_at_once_than_it_may()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = 0;
        var all = All(Numbers.SelectAsync(3, async number =>
        {
            Assert.InRange(Interlocked.Increment(ref running), 1, 3);
            await gate.Task;
            Interlocked.Decrement(ref running);
            return number;
        }));
        await AwaitConditionAsync(() => Task.FromResult(Volatile.Read(ref running) == 3), Patience);

        gate.SetResult();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], await all);
    }

    [Fact]
    public async Task Grouped_makes_groups_of_a_size_and_a_last_one_of_the_rest()
    {
        var groups = (await All(Numbers.Grouped(3))).ToList();

        Assert.Equal(["1,2,3", "4,5,6", "7"], groups.Select(group => string.Join(",", group)));
    }

    [Fact]
    public async Task GroupedWithin_makes_groups_of_a_size_when_elements_come_quickly()
    {
        var groups = (await All(Numbers.GroupedWithin(3, Patience))).ToList();

        Assert.Equal(["1,2,3", "4,5,6", "7"], groups.Select(group => string.Join(",", group)));
    }

    [Fact]
    public async Task GroupedWithin_emits_what_it_has_when_time_is_up()
    {
        var observer = TestActor;
        var queue = Source.Queue<int>(16, OverflowStrategy.Backpressure)
            .GroupedWithin(1_000, TimeSpan.FromMilliseconds(50))
            .To(Sink.ForEach<IEnumerable<int>>(group => observer.Tell(string.Join(",", group), observer)))
            .Run(Sys.Materializer());

        await queue.OfferAsync(1).WaitAsync(Patience);
        await ExpectMsgAsync("1");
        await queue.OfferAsync(2).WaitAsync(Patience);
        await ExpectMsgAsync("2");
        queue.Complete();
        await queue.WatchCompletionAsync().WaitAsync(Patience);
        Assert.False(HasMessages);
    }

    [Fact]
    public async Task What_an_operator_throws_fails_the_stream()
    {
        var failing = Numbers.Select(number => number < 3 ? number : throw new InvalidOperationException("no luck"));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => All(failing));

        Assert.Contains("no luck", thrown.ToString());
    }

    [Fact]
    public async Task A_task_that_fails_fails_the_stream()
    {
        var failing = Numbers.SelectAsync(1, number =>
            number < 3 ? Task.FromResult(number) : Task.FromException<int>(new InvalidOperationException("no luck")));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => All(failing));

        Assert.Contains("no luck", thrown.ToString());
    }
}

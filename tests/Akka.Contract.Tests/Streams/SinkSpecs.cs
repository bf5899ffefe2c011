using Akka.Streams;
using Akka.Streams.Dsl;

namespace Akka.Contract.Tests.Streams;

public sealed class SinkSpecs : Spec
{
    private static readonly Source<int, NotUsed> Numbers = Source.From(Enumerable.Range(1, 5));
    private static readonly Source<int, NotUsed> Failing = Numbers.Select(number =>
        number < 3 ? number : throw new InvalidOperationException("no luck"));

    private async Task<T> Run<T>(Source<int, NotUsed> source, Sink<int, Task<T>> sink) =>
        await source.RunWith(sink, Sys.Materializer()).WaitAsync(Patience);

    [Fact]
    public async Task ForEach_does_something_with_each_and_says_when_it_is_done()
    {
        var seen = new List<int>();

        Assert.Equal(Done.Instance, await Run(Numbers, Sink.ForEach<int>(seen.Add)));

        Assert.Equal([1, 2, 3, 4, 5], seen);
    }

    [Fact]
    public async Task RunForeach_is_short_for_it()
    {
        var seen = new List<int>();

        await Numbers.RunForeach(seen.Add, Sys.Materializer()).WaitAsync(Patience);

        Assert.Equal([1, 2, 3, 4, 5], seen);
    }

    [Fact]
    public async Task Seq_gathers_all() => Assert.Equal([1, 2, 3, 4, 5], await Run(Numbers, Sink.Seq<int>()));

    [Fact]
    public async Task First_takes_one_and_cancels_the_rest() => Assert.Equal(1, await Run(Numbers, Sink.First<int>()));

    [Fact]
    public async Task First_of_nothing_fails()
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => Run(Source.Empty<int>(), Sink.First<int>()));

        Assert.Contains(nameof(NoSuchElementException), thrown.ToString());
    }

    [Fact]
    public async Task Ignore_only_says_when_it_is_done() => Assert.Equal(Done.Instance, await Run(Numbers, Sink.Ignore<int>()));

    [Fact]
    public async Task Aggregate_adds_up() =>
        Assert.Equal("12345", await Run(Numbers, Sink.Aggregate<int, string>("", (text, number) => text + number)));

    [Fact]
    public async Task A_failure_upstream_fails_what_is_awaited()
    {
        foreach (var run in new Func<Task>[]
        {
            () => Run(Failing, Sink.ForEach<int>(_ => { })),
            () => Run(Failing, Sink.Seq<int>()),
            () => Run(Failing, Sink.Ignore<int>()),
            () => Run(Failing, Sink.Aggregate<int, int>(0, (sum, number) => sum + number)),
        })
        {
            var thrown = await Assert.ThrowsAnyAsync<Exception>(run);
            Assert.Contains("no luck", thrown.ToString());
        }
    }

    [Fact]
    public async Task What_a_sink_throws_fails_what_is_awaited()
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() =>
            Run(Numbers, Sink.ForEach<int>(_ => throw new InvalidOperationException("no luck"))));

        Assert.Contains("no luck", thrown.ToString());
    }
}

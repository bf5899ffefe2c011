using Akka.Streams;
using Akka.Streams.Dsl;
using Akka.Util;

namespace Akka.Contract.Tests.Streams;

public sealed class SourceSpecs : Spec
{
    private async Task<IEnumerable<T>> All<T>(Source<T, NotUsed> source) =>
        await source.RunWith(Sink.Seq<T>(), Sys.Materializer()).WaitAsync(Patience);

    [Fact]
    public async Task A_collection_is_emitted_in_order() =>
        Assert.Equal(Enumerable.Range(1, 1_000), await All(Source.From(Enumerable.Range(1, 1_000))));

    [Fact]
    public async Task A_single_element_is_emitted_once() => Assert.Equal(["hello"], await All(Source.Single("hello")));

    [Fact]
    public async Task The_empty_source_only_completes() => Assert.Empty(await All(Source.Empty<string>()));

    [Fact]
    public async Task UnfoldAsync_goes_on_from_state_to_state_until_there_is_none()
    {
        var countdown = Source.UnfoldAsync(3, async number =>
        {
            await Task.Yield();
            return number == 0 ? Option<(int, string)>.None : (number - 1, $"{number}…");
        });

        Assert.Equal(["3…", "2…", "1…"], await All(countdown));
    }

    [Fact]
    public async Task UnfoldAsync_is_asked_only_when_an_element_is_wanted()
    {
        var asked = 0;
        var endless = Source.UnfoldAsync(0, number =>
        {
            asked++;
            return Task.FromResult(Option<(int, int)>.Create((number + 1, number)));
        });

        Assert.Equal(0, await endless.RunWith(Sink.First<int>(), Sys.Materializer()).WaitAsync(Patience));
        Assert.InRange(asked, 1, 2);
    }

    [Fact]
    public async Task What_a_source_throws_fails_the_stream()
    {
        var failing = Source.UnfoldAsync<int, int>(0, _ => throw new InvalidOperationException("no luck"));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => All(failing));

        Assert.Contains("no luck", thrown.ToString());
    }
}

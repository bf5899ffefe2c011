using Akka.Streams.Implementation;
using Akka.Util;

namespace Akka.Streams.Dsl;

/// <summary>Sources: the ends of streams that elements come from.</summary>
public static class Source
{
    public static Source<T, NotUsed> From<T>(IEnumerable<T> enumerable) =>
        Of(Sources.From(enumerable));

    public static Source<T, NotUsed> Single<T>(T element) => From([element]);

    public static Source<T, NotUsed> Empty<T>() => From<T>([]);

    /// <summary>Goes from one state to the next, with an element on each step, until there is none.</summary>
    public static Source<TElem, NotUsed> UnfoldAsync<TState, TElem>(
        TState state, Func<TState, Task<Option<(TState, TElem)>>> unfoldAsync) =>
        Of(Sources.UnfoldAsync(state, unfoldAsync));

    /// <summary>A source that is fed from outside.</summary>
    public static Source<T, ISourceQueueWithComplete<T>> Queue<T>(int bufferSize, OverflowStrategy overflowStrategy)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bufferSize);
        return new Source<T, ISourceQueueWithComplete<T>>(() =>
        {
            var queue = new SourceQueue<T>(bufferSize, overflowStrategy);
            return (Sources.Queue(queue), queue);
        });
    }

    private static Source<T, NotUsed> Of<T>(IAsyncEnumerable<T> elements) => new(() => (elements, NotUsed.Instance));
}

using System.Runtime.CompilerServices;
using Akka.Util;

namespace Akka.Streams.Implementation;

/// <summary>Where elements come from.</summary>
internal static class Sources
{
    public static async IAsyncEnumerable<T> From<T>(
        IEnumerable<T> elements, [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        foreach (var element in elements)
        {
            cancelled.ThrowIfCancellationRequested();
            yield return element;
        }
    }

    public static async IAsyncEnumerable<TElement> UnfoldAsync<TState, TElement>(
        TState state, Func<TState, Task<Option<(TState, TElement)>>> unfold, [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        while (await unfold(state).WaitAsync(cancelled) is { HasValue: true, Value: var (next, element) })
        {
            state = next;
            yield return element;
        }
    }

    public static async IAsyncEnumerable<T> Queue<T>(SourceQueue<T> queue, [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        try
        {
            while (await queue.PullAsync(cancelled) is { HasValue: true, Value: var element })
                yield return element;
        }
        finally
        {
            queue.Detach();
        }
    }
}

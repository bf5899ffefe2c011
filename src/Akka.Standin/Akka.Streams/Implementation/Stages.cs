using System.Runtime.CompilerServices;

namespace Akka.Streams.Implementation;

/// <summary>
/// Stages that have more to wait for than the one above. Every stage is pulled by the one below, so that an element is made only when
/// it is asked for: that is all there is to back-pressure.
/// </summary>
internal static class Stages
{
    /// <summary>The time of a group begins with its first element.</summary>
    public static async IAsyncEnumerable<IEnumerable<T>> GroupedWithin<T>(
        IAsyncEnumerable<T> elements, int size, TimeSpan time, [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        await using var upstream = new Upstream<T>(elements, cancelled);
        var group = new List<T>();
        var (due, timer) = (0L, Task.CompletedTask);
        while (true)
        {
            if (group.Count > 0 && !upstream.Pull().IsCompleted && await Task.WhenAny(upstream.Pull(), timer) == timer)
            {
                var left = due - Environment.TickCount64;
                if (left > 0)
                {
                    timer = Task.Delay(TimeSpan.FromMilliseconds(left), cancelled);
                    continue;
                }
            }
            else if (await upstream.Pull())
            {
                group.Add(upstream.Take());
                if (group.Count == 1)
                {
                    due = Environment.TickCount64 + (long)Math.Ceiling(time.TotalMilliseconds);
                    if (timer.IsCompleted)
                        timer = Task.Delay(time, cancelled);
                }

                if (group.Count < size)
                    continue;
            }
            else
            {
                break;
            }

            yield return group;
            group = [];
        }

        if (group.Count > 0)
            yield return group;
    }

    /// <summary>Keeps so many tasks under way, and passes on their results in the order of the elements.</summary>
    public static async IAsyncEnumerable<TOut> SelectAsync<TIn, TOut>(
        IAsyncEnumerable<TIn> elements,
        int parallelism,
        Func<TIn, Task<TOut>> select,
        [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        await using var upstream = new Upstream<TIn>(elements, cancelled);
        var underWay = new Queue<Task<TOut>>();
        var ended = false;
        while (true)
        {
            if (!ended && underWay.Count < parallelism && !(underWay.TryPeek(out var first) && first.IsCompleted))
            {
                if (first is not null && await Task.WhenAny(upstream.Pull(), first) == first)
                    continue;
                if (await upstream.Pull())
                    underWay.Enqueue(select(upstream.Take()));
                else
                    ended = true;
            }
            else if (underWay.TryDequeue(out var next))
            {
                yield return await next.WaitAsync(cancelled);
            }
            else
            {
                yield break;
            }
        }
    }

    /// <summary>Everything until the task is done; fails if the task does.</summary>
    public static async IAsyncEnumerable<T> Until<T>(
        IAsyncEnumerable<T> elements, Task end, [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        await using var upstream = new Upstream<T>(elements, cancelled);
        while (await Task.WhenAny(end, upstream.Pull()) != end)
        {
            if (!await upstream.Pull())
                yield break;
            yield return upstream.Take();
        }

        await end;
    }
}

using Akka.Streams.Implementation;

namespace Akka.Streams.Dsl;

/// <summary>What can be done to elements on their way.</summary>
public static class SourceOperations
{
    public static Source<TOut, TMat> Select<TIn, TOut, TMat>(this Source<TIn, TMat> flow, Func<TIn, TOut> mapper) =>
        flow.Then<TOut>(upstream => upstream.Select(mapper));

    public static Source<TOut, TMat> Where<TOut, TMat>(this Source<TOut, TMat> flow, Predicate<TOut> predicate) =>
        flow.Then<TOut>(upstream => upstream.Where(element => predicate(element)));

    public static Source<TOut2, TMat> Collect<TOut1, TOut2, TMat>(
        this Source<TOut1, TMat> flow, Func<TOut1, bool> isDefined, Func<TOut1, TOut2> collector) =>
        flow.Then<TOut2>(upstream => upstream.Where(isDefined).Select(collector));

    /// <summary>Runs at most so many tasks at once; their results keep the order of the elements.</summary>
    public static Source<TOut, TMat> SelectAsync<TIn, TOut, TMat>(
        this Source<TIn, TMat> flow, int parallelism, Func<TIn, Task<TOut>> asyncMapper)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        return flow.Then<TOut>(upstream => Stages.SelectAsync(upstream, parallelism, asyncMapper));
    }

    /// <summary>Groups of that size; the last one may be smaller.</summary>
    public static Source<IEnumerable<TOut>, TMat> Grouped<TOut, TMat>(this Source<TOut, TMat> flow, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        return flow.Then<IEnumerable<TOut>>(upstream => upstream.Chunk(n));
    }

    /// <summary>Groups of what came within the time, and no larger than that size; never an empty one.</summary>
    public static Source<IEnumerable<TOut>, TMat> GroupedWithin<TOut, TMat>(this Source<TOut, TMat> flow, int n, TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        return flow.Then<IEnumerable<TOut>>(upstream => Stages.GroupedWithin(upstream, n, timeout));
    }
}

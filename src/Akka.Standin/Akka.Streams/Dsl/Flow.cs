namespace Akka.Streams.Dsl;

/// <summary>The description of a stream both of whose ends are open.</summary>
public sealed class Flow<TIn, TOut, TMat>
{
    private readonly Func<IAsyncEnumerable<TIn>, (IAsyncEnumerable<TOut> Elements, TMat Value)> _attach;

    internal Flow(Func<IAsyncEnumerable<TIn>, (IAsyncEnumerable<TOut> Elements, TMat Value)> attach) => _attach = attach;

    internal (IAsyncEnumerable<TOut> Elements, TMat Value) Attach(IAsyncEnumerable<TIn> upstream) => _attach(upstream);
}

namespace Akka.Streams.Dsl;

/// <summary>The description of a stream whose lower end is open.</summary>
public sealed class Source<TOut, TMat>
{
    private readonly Func<(IAsyncEnumerable<TOut> Elements, TMat Value)> _open;

    internal Source(Func<(IAsyncEnumerable<TOut> Elements, TMat Value)> open) => _open = open;

    public Source<TOut, TMat2> MapMaterializedValue<TMat2>(Func<TMat, TMat2> mapFunc) => new(() =>
    {
        var (elements, value) = _open();
        return (elements, mapFunc(value));
    });

    public Source<T2, TMat> Via<T2, TMat2>(Flow<TOut, T2, TMat2> flow) => ViaMaterialized(flow, Keep.Left);

    public Source<T2, TMat3> ViaMaterialized<T2, TMat2, TMat3>(Flow<TOut, T2, TMat2> flow, Func<TMat, TMat2, TMat3> combine) => new(() =>
    {
        var (upper, left) = _open();
        var (lower, right) = flow.Attach(upper);
        return (lower, combine(left, right));
    });

    public IRunnableGraph<TMat> To<TMat2>(Sink<TOut, TMat2> sink) => ToMaterialized(sink, Keep.Left);

    public IRunnableGraph<TMat3> ToMaterialized<TMat2, TMat3>(Sink<TOut, TMat2> sink, Func<TMat, TMat2, TMat3> combine) =>
        new RunnableGraph<TMat3>(materializer =>
        {
            var (elements, left) = _open();
            return combine(left, sink.Attach(materializer, elements));
        });

    /// <summary>Runs it into a sink, and gives the sink's value.</summary>
    public TMat2 RunWith<TMat2>(Sink<TOut, TMat2> sink, IMaterializer materializer) => ToMaterialized(sink, Keep.Right).Run(materializer);

    public Task RunForeach(Action<TOut> action, IMaterializer materializer) => RunWith(Sink.ForEach(action), materializer);

    internal Source<T2, TMat> Then<T2>(Func<IAsyncEnumerable<TOut>, IAsyncEnumerable<T2>> stage) => new(() =>
    {
        var (elements, value) = _open();
        return (stage(elements), value);
    });
}

namespace Akka.Streams.Dsl;

/// <summary>The description of a stream whose upper end is open.</summary>
public sealed class Sink<TIn, TMat>
{
    private readonly Func<ActorMaterializer, IAsyncEnumerable<TIn>, TMat> _attach;

    internal Sink(Func<ActorMaterializer, IAsyncEnumerable<TIn>, TMat> attach) => _attach = attach;

    public Sink<TIn, TMat2> MapMaterializedValue<TMat2>(Func<TMat, TMat2> fn) =>
        new((materializer, upstream) => fn(_attach(materializer, upstream)));

    internal TMat Attach(ActorMaterializer materializer, IAsyncEnumerable<TIn> upstream) => _attach(materializer, upstream);
}

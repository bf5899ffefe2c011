using System.Collections.Immutable;
using Akka.Actor;
using Akka.Streams.Implementation;

namespace Akka.Streams.Dsl;

/// <summary>Sinks: the ends of streams that elements go to. A task for a value fails when the stream does.</summary>
public static class Sink
{
    public static Sink<TIn, Task<Done>> ForEach<TIn>(Action<TIn> action) => Of<TIn, Done>(async (elements, cancelled) =>
    {
        await foreach (var element in elements.WithCancellation(cancelled))
            action(element);
        return Done.Instance;
    });

    public static Sink<TIn, Task<Done>> Ignore<TIn>() => ForEach<TIn>(_ => { });

    /// <summary>All elements.</summary>
    public static Sink<TIn, Task<IImmutableList<TIn>>> Seq<TIn>() =>
        Of<TIn, IImmutableList<TIn>>(async (elements, cancelled) => ImmutableList.CreateRange(await elements.ToListAsync(cancelled)));

    /// <summary>The first element; the rest is cancelled.</summary>
    /// <exception cref="NoSuchElementException">There was none.</exception>
    public static Sink<TIn, Task<TIn>> First<TIn>() => Of<TIn, TIn>(async (elements, cancelled) =>
    {
        await foreach (var element in elements.WithCancellation(cancelled))
            return element;
        throw new NoSuchElementException("The first element was wanted of a stream that had none");
    });

    public static Sink<TIn, Task<TOut>> Aggregate<TIn, TOut>(TOut zero, Func<TOut, TIn, TOut> aggregate) =>
        Of<TIn, TOut>((elements, cancelled) => elements.AggregateAsync(zero, aggregate, cancelled).AsTask());

    /// <summary>
    /// Tells an actor first <paramref name="onInitMessage"/>, then each element once the message before was answered with
    /// <paramref name="ackMessage"/>, and in the end the last word. The stream is cancelled when the actor has ended.
    /// </summary>
    public static Sink<TIn, NotUsed> ActorRefWithAck<TIn>(
        IActorRef actorRef,
        object onInitMessage,
        object ackMessage,
        object onCompleteMessage,
        Func<Exception, object>? onFailureMessage = null) => new((materializer, upstream) =>
        {
            var sink = new ActorSink<TIn>(
                actorRef, onInitMessage, ackMessage, onCompleteMessage, onFailureMessage ?? (failure => new Status.Failure(failure)));
            _ = sink.Run(materializer, upstream);
            return NotUsed.Instance;
        });

    private static Sink<TIn, Task<TOut>> Of<TIn, TOut>(Func<IAsyncEnumerable<TIn>, CancellationToken, Task<TOut>> consume) =>
        new((materializer, upstream) => StreamRun.Start(materializer, upstream, consume));
}

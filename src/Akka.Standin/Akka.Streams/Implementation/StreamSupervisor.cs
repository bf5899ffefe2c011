using Akka.Actor;

namespace Akka.Streams.Implementation;

/// <summary>Stands for the streams of one materializer in the tree of actors: their end is its end.</summary>
internal sealed class StreamSupervisor(CancellationTokenSource stopped) : UntypedActor
{
    protected override void PostStop() => stopped.Cancel();

    protected override void OnReceive(object message) => Unhandled(message);
}

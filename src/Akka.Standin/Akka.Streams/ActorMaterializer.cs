using Akka.Actor;
using Akka.Streams.Implementation;

namespace Akka.Streams;

/// <summary>Runs streams below an actor of its own.</summary>
public sealed class ActorMaterializer : IMaterializer
{
    private static long _count;

    private readonly CancellationTokenSource _stopped = new();
    private readonly LocalActorRef _supervisor;

    private ActorMaterializer(IActorRefFactory context) => _supervisor = (LocalActorRef)context.ActorOf(
        Props.Create(() => new StreamSupervisor(_stopped)), $"StreamSupervisor-{Interlocked.Increment(ref _count)}");

    public bool IsShutdown => _stopped.IsCancellationRequested;

    internal CancellationToken Stopped => _stopped.Token;

    public static ActorMaterializer Create(IActorRefFactory context) => new(context);

    /// <summary>Ends all streams it runs.</summary>
    public void Shutdown() => _supervisor.Stop();

    /// <summary>An actor that belongs to a stream.</summary>
    internal IActorRef ActorOf(Props props) => _supervisor.Cell.ActorOf(props);
}

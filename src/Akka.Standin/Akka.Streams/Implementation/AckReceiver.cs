using Akka.Actor;

namespace Akka.Streams.Implementation;

/// <summary>Takes the acknowledgements of the actor a stream flows into, and sees its end.</summary>
internal sealed class AckReceiver : UntypedActor
{
    private readonly IActorRef _target;
    private readonly object _ackMessage;
    private readonly SemaphoreSlim _acknowledged;
    private readonly TaskCompletionSource _targetEnded;

    public AckReceiver(IActorRef target, object ackMessage, SemaphoreSlim acknowledged, TaskCompletionSource targetEnded)
    {
        (_target, _ackMessage, _acknowledged, _targetEnded) = (target, ackMessage, acknowledged, targetEnded);
        Context.Watch(target);
    }

    protected override void OnReceive(object message)
    {
        if (message is Terminated terminated && terminated.ActorRef.Equals(_target))
            _targetEnded.TrySetResult();
        else if (message.Equals(_ackMessage))
            _acknowledged.Release();
        else
            Unhandled(message);
    }
}

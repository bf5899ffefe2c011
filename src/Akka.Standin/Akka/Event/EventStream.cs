using Akka.Actor;

namespace Akka.Event;

/// <summary>A system's notice board: log events, dead letters, and whatever actors publish. A subscription ends with its actor.</summary>
public class EventStream : LoggingBus
{
    internal EventStream()
    {
    }

    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        if (subscriber is LocalActorRef { IsTerminated: true } || !base.Subscribe(subscriber, channel))
            return false;

        if (subscriber is LocalActorRef actor)
        {
            actor.Cell.IsSubscribed = true;
            if (actor.IsTerminated)
                ForgetTerminated(actor);
        }

        return true;
    }

    internal void ForgetTerminated(LocalActorRef actor)
    {
        if (actor.Cell.IsSubscribed)
            Unsubscribe(actor);
    }
}

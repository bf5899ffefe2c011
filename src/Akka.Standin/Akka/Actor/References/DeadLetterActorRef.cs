using Akka.Event;

namespace Akka.Actor;

/// <summary>Takes what has nobody left to take it, and says so on the event stream.</summary>
internal sealed class DeadLetterActorRef(ActorPath path, EventStream eventStream) : InternalActorRef
{
    public override ActorPath Path { get; } = path;

    public override bool IsTerminated => true;

    public override void Tell(object message, IActorRef sender)
    {
        if (message is null)
            throw new InvalidMessageException("Message is null");
        if (message is DeadLetter letter)
            Publish(letter.Message, letter.Sender, letter.Recipient, letter);
        else
            Publish(message, sender, this, null);
    }

    /// <summary>A message found its recipient dead. That somebody who wanted to hear of dead letters is dead is no news.</summary>
    public void Undelivered(object message, IActorRef? sender, IActorRef recipient)
    {
        if (message is not AllDeadLetters)
            Publish(message, sender, recipient, null);
    }

    private void Publish(object message, IActorRef? sender, IActorRef recipient, DeadLetter? letter)
    {
        var from = sender.IsNobody() ? this : sender!;
        switch (message)
        {
            case Identify identify:
                from.Tell(new ActorIdentity(identify.MessageId, ActorRefs.Nobody), this);
                break;
            case IDeadLetterSuppression suppressed:
                eventStream.Publish(new SuppressedDeadLetter(suppressed, from, recipient));
                break;
            default:
                eventStream.Publish(letter ?? new DeadLetter(message, from, recipient));
                break;
        }
    }
}

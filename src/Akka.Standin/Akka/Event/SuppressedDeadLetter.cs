using Akka.Actor;

namespace Akka.Event;

/// <summary>A message to an actor that is gone, of a kind that needs no mention.</summary>
public sealed class SuppressedDeadLetter : AllDeadLetters
{
    public SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
    }
}

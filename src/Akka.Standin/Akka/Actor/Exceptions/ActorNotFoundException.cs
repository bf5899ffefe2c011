namespace Akka.Actor;

/// <summary>A selection led to no actor.</summary>
public class ActorNotFoundException : AkkaException
{
    public ActorNotFoundException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }
}

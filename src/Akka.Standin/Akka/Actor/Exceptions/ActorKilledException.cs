namespace Akka.Actor;

/// <summary>The actor was told <see cref="Kill"/>.</summary>
public class ActorKilledException : AkkaException
{
    public ActorKilledException(string message) : base(message)
    {
    }
}

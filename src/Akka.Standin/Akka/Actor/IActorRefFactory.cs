namespace Akka.Actor;

/// <summary>Something that starts actors: a system, or an actor's context.</summary>
public interface IActorRefFactory
{
    /// <exception cref="InvalidActorNameException">The name is taken or is no name.</exception>
    IActorRef ActorOf(Props props, string? name = null);
}

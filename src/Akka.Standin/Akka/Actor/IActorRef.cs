namespace Akka.Actor;

/// <summary>The handle of an actor: all that others ever see of it.</summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, IComparable
{
    ActorPath Path { get; }
}

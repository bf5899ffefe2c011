#nullable disable annotations // as the package: a sender may be null without the type saying so
namespace Akka.Actor;

/// <summary>Something that takes messages.</summary>
public interface ICanTell
{
    void Tell(object message, IActorRef sender);
}

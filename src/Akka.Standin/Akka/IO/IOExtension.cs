using Akka.Actor;

namespace Akka.IO;

/// <summary>An extension of an actor system that is spoken to through one actor.</summary>
public abstract class IOExtension : IExtension
{
    public abstract IActorRef Manager { get; }
}

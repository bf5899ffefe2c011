namespace Akka.Hosting;

/// <summary>No actor under this key.</summary>
public sealed class MissingActorRegistryEntryException(string message) : ActorRegistryException(message);

namespace Akka.Hosting;

/// <summary>Two actors under one key.</summary>
public sealed class DuplicateActorRegistryException(string message) : ActorRegistryException(message);

namespace Akka.Hosting;

/// <summary>An actor could not be registered or found.</summary>
public class ActorRegistryException(string message) : Exception(message);

namespace Akka.Streams;

/// <summary>Runs streams. They end with it, and it ends with the actor or the system that it belongs to.</summary>
public interface IMaterializer;

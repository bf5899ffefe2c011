namespace Akka.Streams;

/// <summary>The actor that ran a stream has stopped before the stream came to its end.</summary>
public sealed class AbruptStageTerminationException(string message) : Exception(message);

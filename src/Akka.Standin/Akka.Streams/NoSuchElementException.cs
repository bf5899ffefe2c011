namespace Akka.Streams;

/// <summary>An element was wanted of a stream that had none.</summary>
public class NoSuchElementException(string message) : Exception(message);

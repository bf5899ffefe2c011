namespace Akka.Streams;

/// <summary>The stream that somebody still holds a handle of has ended.</summary>
public class StreamDetachedException(string message) : Exception(message);

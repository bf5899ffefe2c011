namespace Akka.Streams;

/// <summary>A buffer was full and had <see cref="OverflowStrategy.Fail"/> for a strategy.</summary>
public class BufferOverflowException(string message) : Exception(message);

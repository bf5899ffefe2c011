namespace Akka.Actor;

/// <summary>What was told is not a message: null.</summary>
public class InvalidMessageException : AkkaException
{
    public InvalidMessageException(string message) : base(message)
    {
    }
}

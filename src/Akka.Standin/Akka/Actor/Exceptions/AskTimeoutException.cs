namespace Akka.Actor;

/// <summary>No answer came within the time given to an <c>Ask</c>.</summary>
public class AskTimeoutException : AkkaException
{
    public AskTimeoutException(string message) : base(message)
    {
    }
}

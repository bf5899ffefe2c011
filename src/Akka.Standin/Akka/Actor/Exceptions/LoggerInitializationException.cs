namespace Akka.Actor;

/// <summary>A logger from the configuration did not start.</summary>
public class LoggerInitializationException : AkkaException
{
    public LoggerInitializationException(string message) : base(message)
    {
    }
}

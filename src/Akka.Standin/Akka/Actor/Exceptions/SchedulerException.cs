namespace Akka.Actor;

/// <summary>The scheduler does not take any more work.</summary>
public class SchedulerException : AkkaException
{
    public SchedulerException(string message) : base(message)
    {
    }
}

namespace Akka.Actor;

/// <summary><c>PreRestart</c> failed; the restart goes on.</summary>
public class PreRestartException : ActorInitializationException
{
    public PreRestartException(IActorRef actor, Exception restartException, Exception cause, object? optionalMessage)
        : base(
            actor,
            $"exception in preRestart({cause.GetType()}, {optionalMessage?.GetType().ToString() ?? "None"})",
            restartException)
    {
        RestartException = restartException;
        OptionalMessage = optionalMessage;
    }

    public Exception RestartException { get; }

    public object? OptionalMessage { get; }
}

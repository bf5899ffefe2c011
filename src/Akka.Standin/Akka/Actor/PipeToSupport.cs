namespace Akka.Actor;

/// <summary>
/// Having the result of a task told as a message. A failure, of the task or of the function that makes the message, is told as
/// <see cref="Status.Failure"/> unless a function says otherwise. Without a sender the message comes from nobody.
/// </summary>
public static class PipeToSupport
{
    public static async Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null)
    {
        try
        {
            var result = await taskToPipe.ConfigureAwait(false);
            recipient.Tell(success is null ? result! : success(result), sender!);
        }
        catch (Exception cause)
        {
            TellFailure(cause, recipient, sender, failure);
        }
    }

    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        taskToPipe.AsTask().PipeTo(recipient, sender, success, failure);

    /// <summary>A task that has no result tells only what <paramref name="success"/> makes of its end, if given.</summary>
    public static async Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null)
    {
        try
        {
            await taskToPipe.ConfigureAwait(false);
            if (success is not null)
                recipient.Tell(success(), sender!);
        }
        catch (Exception cause)
        {
            TellFailure(cause, recipient, sender, failure);
        }
    }

    public static Task PipeTo(
        this ValueTask taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        taskToPipe.AsTask().PipeTo(recipient, sender, success, failure);

    private static void TellFailure(Exception cause, ICanTell recipient, IActorRef? sender, Func<Exception, object>? failure) =>
        recipient.Tell(failure is null ? new Status.Failure(cause) : failure(cause), sender!);
}

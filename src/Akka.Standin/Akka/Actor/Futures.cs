namespace Akka.Actor;

/// <summary>Asking: a message whose answer comes as a task. For tests and the edge of a program.</summary>
public static class Futures
{
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    /// <summary>
    /// Fails with <see cref="AskTimeoutException"/> when the time is over, with the cause of a <see cref="Status.Failure"/>, or with
    /// <see cref="ArgumentException"/> when the answer is no <typeparamref name="T"/>.
    /// </summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<T>(_ => message, timeout, cancellationToken);

    /// <param name="self">Who is asked.</param>
    /// <param name="messageFactory">Makes the message, given the reference that takes the answer.</param>
    /// <param name="timeout">By default <c>akka.actor.ask-timeout</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<T> Ask<T>(
        this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var asked = self as IActorRef ?? throw new ArgumentException("Unable to resolve the target Provider", nameof(self));
        var promise = new PromiseActorRef<T>(asked);
        promise.GiveUpAfter(timeout ?? promise.DefaultTimeout, cancellationToken);
        self.Tell(messageFactory(promise), promise);
        return promise.Task;
    }
}

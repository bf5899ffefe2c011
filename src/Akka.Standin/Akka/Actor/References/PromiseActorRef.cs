namespace Akka.Actor;

/// <summary>Stands for the one who asked: the first message it gets is the answer.</summary>
internal sealed class PromiseActorRef<T> : InternalActorRef
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ActorSystemImpl? _system;
    private readonly ActorPath _root;
    private ActorPath? _path;

    public PromiseActorRef(IActorRef asked)
    {
        _system = (asked as LocalActorRef)?.Cell.SystemImpl ?? ActorCell.Current?.SystemImpl;
        _root = asked.Path.Root;
    }

    public override ActorPath Path => _path ??= new ActorPath(_root / "temp", TemporaryNames.Next(), 0);

    public override bool IsTerminated => Task.IsCompleted;

    public Task<T> Task => _answer.Task;

    public TimeSpan DefaultTimeout => _system?.Settings.AskTimeout ?? Timeout.InfiniteTimeSpan;

    public override void Tell(object message, IActorRef sender)
    {
        var isAnswer = message switch
        {
            T answer => _answer.TrySetResult(answer),
            Status.Failure failure => _answer.TrySetException(
                failure.Cause ?? new TaskCanceledException("Task cancelled by actor via Failure message.")),
            _ => Refuse(message),
        };
        if (!isAnswer && !Task.IsCanceled)
            _system?.Undelivered(message, sender, this);
    }

    public void GiveUpAfter(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
            EndWithAnswer(cancellationToken.Register(() => _answer.TrySetCanceled(cancellationToken)));
        if (timeout > TimeSpan.Zero)
        {
            EndWithAnswer(new Timer(
                _ => _answer.TrySetException(new AskTimeoutException($"Timeout after {timeout.TotalSeconds:F2} seconds")),
                null,
                timeout,
                Timeout.InfiniteTimeSpan));
        }
    }

    public override void Stop() => _answer.TrySetException(new ActorKilledException("Stopped"));

    private bool Refuse(object message)
    {
        _answer.TrySetException(new ArgumentException(
            $"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]"));
        return false;
    }

    private void EndWithAnswer(IDisposable watch) => _answer.Task.ContinueWith(
        static (_, watch) => ((IDisposable)watch!).Dispose(),
        watch,
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}

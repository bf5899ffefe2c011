namespace Akka.Actor;

/// <summary>What is done when a system has come to its end.</summary>
internal sealed class TerminationCallbacks
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stack<Action> _callbacks = new();
    private bool _closed;

    public Task Task => _done.Task;

    public void Add(Action callback)
    {
        lock (_callbacks)
        {
            if (_closed)
                throw new InvalidOperationException("The system is terminated: nothing more can be registered on its termination");
            _callbacks.Push(callback);
        }
    }

    public void Run()
    {
        lock (_callbacks)
        {
            if (_closed)
                return;
            _closed = true;
        }

        Exception? failure = null;
        while (_callbacks.TryPop(out var callback))
        {
            try
            {
                callback();
            }
            catch (Exception thrown)
            {
                failure ??= thrown;
            }
        }

        if (failure is null)
            _done.SetResult();
        else
            _done.SetException(failure);
    }
}

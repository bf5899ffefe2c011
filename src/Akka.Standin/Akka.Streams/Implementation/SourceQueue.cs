namespace Akka.Streams.Implementation;

/// <summary>A bounded buffer between those who offer and the one stream that pulls.</summary>
internal sealed class SourceQueue<T>(int bufferSize, OverflowStrategy strategy) : ISourceQueueWithComplete<T>
{
    private readonly Lock _lock = new();
    private readonly LinkedList<T> _buffer = [];
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (T Element, TaskCompletionSource<IQueueOfferResult> Answer)? _waiting;
    private TaskCompletionSource<bool>? _pull;
    private Exception? _failure;
    private bool _completed;
    private bool _detached;

    public Task<IQueueOfferResult> OfferAsync(T element)
    {
        lock (_lock)
        {
            if (_detached)
                return Task.FromException<IQueueOfferResult>(new StreamDetachedException("The stream of this queue has ended"));
            if (_completed)
                return Task.FromResult<IQueueOfferResult>(QueueOfferResult.QueueClosed.Instance);
            if (_pull is null && _buffer.Count >= bufferSize)
                return Overflow(element);
            _buffer.AddLast(element);
            Answer(true);
            return Task.FromResult<IQueueOfferResult>(QueueOfferResult.Enqueued.Instance);
        }
    }

    public void Complete()
    {
        lock (_lock)
        {
            _completed = true;
            if (_buffer.Count == 0 && _waiting is null)
                Answer(false);
        }
    }

    public void Fail(Exception ex)
    {
        lock (_lock)
        {
            if (_detached)
                return;
            _failure ??= ex;
            _completion.TrySetException(_failure);
            Detach();
        }
    }

    public Task WatchCompletionAsync() => _completion.Task;

    /// <summary>True when there is an element to take, false at the end.</summary>
    public async Task<bool> PullAsync(CancellationToken cancelled)
    {
        Task<bool> pull;
        lock (_lock)
        {
            if (_failure is not null)
                throw _failure;
            if (_buffer.Count == 0)
                LetIn();
            if (_buffer.Count > 0)
                return true;
            if (_completed)
                return false;
            _pull = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            pull = _pull.Task;
        }

        return await pull.WaitAsync(cancelled);
    }

    public T Take()
    {
        lock (_lock)
        {
            var element = _buffer.First!.Value;
            _buffer.RemoveFirst();
            LetIn();
            return element;
        }
    }

    /// <summary>The stream wants no more.</summary>
    public void Detach()
    {
        lock (_lock)
        {
            _detached = true;
            _waiting?.Answer.TrySetResult(QueueOfferResult.QueueClosed.Instance);
            _waiting = null;
            if (_failure is null)
                _completion.TrySetResult();
            Answer(false);
        }
    }

    private Task<IQueueOfferResult> Overflow(T element)
    {
        switch (strategy)
        {
            case OverflowStrategy.Backpressure when _waiting is not null:
                return Failure(new InvalidOperationException("An offer has to be answered before the next one is made"));
            case OverflowStrategy.Backpressure:
                var answer = new TaskCompletionSource<IQueueOfferResult>(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting = (element, answer);
                return answer.Task;
            case OverflowStrategy.Fail:
                var overflow = new BufferOverflowException($"The queue was full with {bufferSize} elements");
                Fail(overflow);
                return Failure(overflow);
            case OverflowStrategy.DropHead when bufferSize > 0:
                _buffer.RemoveFirst();
                break;
            case OverflowStrategy.DropTail when bufferSize > 0:
                _buffer.RemoveLast();
                break;
            case OverflowStrategy.DropBuffer when bufferSize > 0:
                _buffer.Clear();
                break;
            default:
                return Task.FromResult<IQueueOfferResult>(QueueOfferResult.Dropped.Instance);
        }

        _buffer.AddLast(element);
        return Task.FromResult<IQueueOfferResult>(QueueOfferResult.Enqueued.Instance);
    }

    private static Task<IQueueOfferResult> Failure(Exception cause) =>
        Task.FromResult<IQueueOfferResult>(new QueueOfferResult.Failure(cause));

    /// <summary>An offer that waits gets the place that is free now.</summary>
    private void LetIn()
    {
        if (_waiting is not var (element, answer))
            return;
        _waiting = null;
        _buffer.AddLast(element);
        answer.SetResult(QueueOfferResult.Enqueued.Instance);
    }

    private void Answer(bool hasElement)
    {
        if (_failure is null)
            _pull?.TrySetResult(hasElement);
        else
            _pull?.TrySetException(_failure);
        _pull = null;
    }
}

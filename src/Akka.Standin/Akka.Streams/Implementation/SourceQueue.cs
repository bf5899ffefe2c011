using Akka.Util;

namespace Akka.Streams.Implementation;

/// <summary>A bounded buffer between those who offer and the one stream that pulls.</summary>
internal sealed class SourceQueue<T>(int bufferSize, OverflowStrategy strategy) : ISourceQueueWithComplete<T>
{
    private readonly Lock _lock = new();
    private readonly LinkedList<T> _buffer = [];
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // At most one of the two waits: an offer for room, or the stream for an element.
    private (T Element, TaskCompletionSource<IQueueOfferResult> Answer)? _offer;
    private TaskCompletionSource<Option<T>>? _pull;
    private Exception? _failure;
    private bool _completed;
    private bool _detached;

    public Task<IQueueOfferResult> OfferAsync(T element)
    {
        ArgumentNullException.ThrowIfNull(element);
        lock (_lock)
        {
            if (_detached)
                return Task.FromException<IQueueOfferResult>(new StreamDetachedException("The stream of this queue has ended"));
            if (_completed)
                return Task.FromResult<IQueueOfferResult>(QueueOfferResult.QueueClosed.Instance);
            if (_pull is null && _buffer.Count >= bufferSize)
                return Overflow(element);

            if (_pull is null)
                _buffer.AddLast(element);
            else
                Answer(element);
            return Task.FromResult<IQueueOfferResult>(QueueOfferResult.Enqueued.Instance);
        }
    }

    public void Complete()
    {
        lock (_lock)
        {
            _completed = true;
            Answer(Option<T>.None);
        }
    }

    public void Fail(Exception ex)
    {
        lock (_lock)
        {
            if (_detached)
                return;
            _failure = ex;
            Detach();
        }
    }

    public Task WatchCompletionAsync() => _completion.Task;

    /// <summary>The next element, or none at the end.</summary>
    public async Task<Option<T>> PullAsync(CancellationToken cancelled)
    {
        Task<Option<T>> pull;
        lock (_lock)
        {
            if (_failure is not null)
                throw _failure;
            if (TryTake(out var element))
                return element;
            if (_completed)
                return Option<T>.None;
            _pull = new TaskCompletionSource<Option<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
            pull = _pull.Task;
        }

        return await pull.WaitAsync(cancelled);
    }

    /// <summary>The stream wants no more.</summary>
    public void Detach()
    {
        lock (_lock)
        {
            _detached = true;
            _offer?.Answer.SetResult(QueueOfferResult.QueueClosed.Instance);
            _offer = null;
            if (_failure is null)
                _completion.TrySetResult();
            else
                _completion.TrySetException(_failure);
            Answer(Option<T>.None);
        }
    }

    private Task<IQueueOfferResult> Overflow(T element)
    {
        switch (strategy)
        {
            case OverflowStrategy.Backpressure when _offer is not null:
                return Failure(new InvalidOperationException("An offer has to be answered before the next one is made"));
            case OverflowStrategy.Backpressure:
                var answer = new TaskCompletionSource<IQueueOfferResult>(TaskCreationOptions.RunContinuationsAsynchronously);
                _offer = (element, answer);
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

    private bool TryTake(out T element)
    {
        if (_offer is var (offered, answer))
        {
            _offer = null;
            _buffer.AddLast(offered);
            answer.SetResult(QueueOfferResult.Enqueued.Instance);
        }

        element = _buffer.First is { } first ? first.Value : default!;
        if (_buffer.Count == 0)
            return false;
        _buffer.RemoveFirst();
        return true;
    }

    private void Answer(Option<T> element)
    {
        if (_failure is null)
            _pull?.TrySetResult(element);
        else
            _pull?.TrySetException(_failure);
        _pull = null;
    }
}

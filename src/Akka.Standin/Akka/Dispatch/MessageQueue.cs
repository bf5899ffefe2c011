using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>
/// A queue that many threads may fill and one at a time empties, with no lock: an enqueue is one exchange. A mutable struct:
/// it lives in its owner's field and is never copied.
/// </summary>
internal struct MessageQueue
{
    private QueuedMessage _last;
    private QueuedMessage _consumed;

    // What was put back by the consumer comes before everything else. Only the consumer touches it.
    private QueuedMessage? _front;

    public MessageQueue()
    {
        _last = _consumed = new QueuedMessage(null, null);
    }

    public readonly bool IsEmpty => _front is null && ReferenceEquals(Volatile.Read(in _last), _consumed);

    public void Enqueue(QueuedMessage message)
    {
        // Between these two lines the chain is broken; the consumer waits for the link.
        var before = Interlocked.Exchange(ref _last, message);
        Volatile.Write(ref before.Next, message);
    }

    public bool TryDequeue(out object message, out IActorRef? sender)
    {
        if (_front is { } returned)
        {
            _front = returned.Next;
            (message, sender) = (returned.Message!, returned.Sender);
            return true;
        }

        var consumed = _consumed;
        var next = Volatile.Read(ref consumed.Next);
        if (next is null)
        {
            if (ReferenceEquals(Volatile.Read(ref _last), consumed))
            {
                (message, sender) = (null!, null);
                return false;
            }

            next = AwaitLink(consumed);
        }

        // An old consumed message must not keep younger ones alive for the collector.
        consumed.Next = null;
        _consumed = next;
        (message, sender) = (next.Message!, next.Sender);
        (next.Message, next.Sender) = (null, null);
        return true;
    }

    /// <summary>Puts a chain of envelopes before everything that waits.</summary>
    public void Prepend(QueuedMessage first, QueuedMessage last)
    {
        last.Next = _front;
        _front = first;
    }

    private static QueuedMessage AwaitLink(QueuedMessage consumed)
    {
        var spin = new SpinWait();
        QueuedMessage? next;
        while ((next = Volatile.Read(ref consumed.Next)) is null)
            spin.SpinOnce();
        return next;
    }
}

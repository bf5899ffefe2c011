using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// What was told to one actor and not yet heard. Runs on the thread pool, on one thread at a time: system messages first, then at
/// most <c>throughput</c> messages before others get their turn. Where its <see cref="Props"/> say so, it runs in the thread of whoever
/// tells the first message.
/// </summary>
internal sealed class Mailbox(ActorCell cell, int throughput) : IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Scheduled = 1;
    private const int Closed = 2;

    private MessageQueue _queue = new();
    private SystemMessageStack _system;
    private volatile int _status;
    private int _suspensions;

    public bool IsClosed => _status == Closed;

    public bool IsSuspended => _suspensions > 0;

    /// <summary>How often the actor was suspended without having been resumed; its new children start with as many.</summary>
    public int Suspensions => _suspensions;

    private bool HasWork => !_system.IsEmpty || (_suspensions == 0 && !_queue.IsEmpty);

    public void Post(object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (_status == Closed)
        {
            cell.SystemImpl.Undelivered(message, sender, cell.Self);
            return;
        }

        _queue.Enqueue(new QueuedMessage(message, sender));
        Schedule();
        if (_status == Closed)
            DiscardMessages();
    }

    public void PostSystem(SystemMessage message)
    {
        if (_system.TryPush(message))
            Schedule();
        else
            cell.SystemImpl.Undelivered(message, cell.Self);
    }

    public void Suspend() => _suspensions++;

    public void Resume() => _suspensions = Math.Max(0, _suspensions - 1);

    public void Prepend(QueuedMessage first, QueuedMessage last) => _queue.Prepend(first, last);

    /// <summary>From now on everything goes to the dead letters, as does what is still here. Called by the actor itself.</summary>
    public void Close()
    {
        for (var message = _system.Close(); message is not null;)
        {
            var next = message.Next;
            cell.SystemImpl.Undelivered(message, cell.Self);
            message = next;
        }

        Interlocked.Exchange(ref _status, Closed);
        DiscardMessages();
    }

    public void Execute()
    {
        var outer = ActorCell.Current;
        ActorCell.Current = cell;
        Run();
        ActorCell.Current = outer;
        if (_status == Closed)
            return;

        Interlocked.Exchange(ref _status, Idle);
        if (HasWork && TryTake())
            Enqueue();
    }

    private void Run()
    {
        var left = throughput;
        while (true)
        {
            if (!_system.IsEmpty)
                RunSystemMessages();
            if (left-- == 0 || _suspensions > 0 || _status == Closed || !_queue.TryDequeue(out var message, out var sender))
                return;
            cell.Invoke(message, sender);
        }
    }

    private void RunSystemMessages()
    {
        while (_system.PopAll() is { } message)
        {
            for (var current = message; current is not null;)
            {
                var next = current.Next;
                if (_status == Closed)
                    cell.SystemImpl.Undelivered(current, cell.Self);
                else
                    cell.InvokeSystem(current);
                current = next;
            }
        }
    }

    private void Schedule()
    {
        if (!TryTake())
            return;
        if (cell.Props.RunsWhereTold)
            Execute();
        else
            Enqueue();
    }

    private bool TryTake() => _status == Idle && Interlocked.CompareExchange(ref _status, Scheduled, Idle) == Idle;

    private void Enqueue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private void DiscardMessages()
    {
        // A sender that found the mailbox open may still be putting its message in: whoever comes last sweeps it out.
        lock (this)
        {
            while (_queue.TryDequeue(out var message, out var sender))
                cell.SystemImpl.Undelivered(message, sender, cell.Self);
        }
    }
}

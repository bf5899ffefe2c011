using System.Collections.Concurrent;
using System.IO.Pipelines;

namespace LanChat.Server.Transports;

/// <summary>
/// Runs the sends of many connections one after the other on a thread of the pool. While one turn goes out to all of
/// them, the next gathers in their outputs: a send a connection, not a send a turn.
/// </summary>
internal sealed class SendQueue : PipeScheduler, IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<(Action<object?> Run, object? State)> _waiting = new();
    private int _isRunning;

    public override void Schedule(Action<object?> action, object? state)
    {
        _waiting.Enqueue((action, state));
        if (Interlocked.CompareExchange(ref _isRunning, 1, 0) == 0)
            System.Threading.ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (true)
        {
            while (_waiting.TryDequeue(out var next)) next.Run(next.State);

            // What was enqueued before this is seen by the check after it; what comes later starts the queue itself.
            Volatile.Write(ref _isRunning, 0);
            Interlocked.MemoryBarrier();
            if (_waiting.IsEmpty || Interlocked.CompareExchange(ref _isRunning, 1, 0) != 0) return;
        }
    }
}

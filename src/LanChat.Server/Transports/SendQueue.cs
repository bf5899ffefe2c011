using System.Collections.Concurrent;
using System.IO.Pipelines;

namespace LanChat.Server.Transports;

/// <summary>
/// Runs the sends of many connections one after another on a thread of the pool. While one batch
/// is sent to all of them, later batches gather in their outputs and go out in one send.
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

            // The check below sees what was enqueued before this write; later callers start a run.
            Volatile.Write(ref _isRunning, 0);
            Interlocked.MemoryBarrier();
            if (_waiting.IsEmpty || Interlocked.CompareExchange(ref _isRunning, 1, 0) != 0) return;
        }
    }
}

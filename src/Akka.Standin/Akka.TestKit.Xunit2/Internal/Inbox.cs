namespace Akka.TestKit.Internal;

/// <summary>What a test actor got and its test has not asked for yet.</summary>
internal sealed class Inbox
{
    private readonly LinkedList<ReceivedMessage> _messages = [];
    private readonly SemaphoreSlim _available = new(0);

    public bool IsEmpty => _available.CurrentCount == 0;

    public void Add(ReceivedMessage message)
    {
        lock (_messages)
            _messages.AddLast(message);
        _available.Release();
    }

    /// <summary>What was taken is the next one again.</summary>
    public void PutBack(ReceivedMessage message)
    {
        lock (_messages)
            _messages.AddFirst(message);
        _available.Release();
    }

    /// <summary>The next message, or null when none came in time.</summary>
    public ReceivedMessage? Take(TimeSpan timeout, CancellationToken cancellationToken) =>
        _available.Wait(timeout, cancellationToken) ? Next() : null;

    public async ValueTask<ReceivedMessage?> TakeAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        await _available.WaitAsync(timeout, cancellationToken) ? Next() : null;

    private ReceivedMessage Next()
    {
        lock (_messages)
        {
            var message = _messages.First!.Value;
            _messages.RemoveFirst();
            return message;
        }
    }
}

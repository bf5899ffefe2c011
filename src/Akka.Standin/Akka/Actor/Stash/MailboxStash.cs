using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>The stash of one instance of an actor.</summary>
internal sealed class MailboxStash(ActorCell cell) : IStash
{
    private readonly Queue<QueuedMessage> _messages = [];
    private long _lastStashed = -1;

    public int Count => _messages.Count;

    public bool IsEmpty => _messages.Count == 0;

    public bool NonEmpty => _messages.Count > 0;

    public void Stash()
    {
        if (cell.CurrentMessage is not { } message)
            throw new IllegalActorStateException("There is no message to stash");
        if (_lastStashed == cell.CurrentMessageNumber)
            throw new IllegalActorStateException($"Can't stash the same message {message} more than once");

        _lastStashed = cell.CurrentMessageNumber;
        _messages.Enqueue(new QueuedMessage(message, cell.Sender));
    }

    public void Unstash()
    {
        if (_messages.TryDequeue(out var oldest))
            Return(oldest, oldest);
    }

    public void UnstashAll()
    {
        if (!_messages.TryDequeue(out var first))
            return;

        var last = first;
        while (_messages.TryDequeue(out var next))
            last = last.Next = next;
        Return(first, last);
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var all = _messages.Select(message => new Envelope(message.Message!, message.Sender!)).ToArray();
        _messages.Clear();
        return all;
    }

    private void Return(QueuedMessage first, QueuedMessage last)
    {
        for (var message = first; message is not null; message = message.Next)
        {
            if (message.Message is Terminated terminated)
                cell.AwaitTerminated(terminated.ActorRef);
        }

        cell.Mailbox.Prepend(first, last);
    }
}

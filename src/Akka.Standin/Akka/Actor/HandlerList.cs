namespace Akka.Actor;

/// <summary>The handlers of one behaviour of a <see cref="ReceiveActor"/>, tried in order.</summary>
internal sealed class HandlerList
{
    private readonly List<Receive> _handlers = [];
    private bool _isComplete;

    public void Add<T>(Func<T, bool> handler)
    {
        if (_isComplete)
        {
            throw new InvalidOperationException(
                "A handler that catches all messages has been added. No handler can be added after that.");
        }

        _handlers.Add(message => message is T fitting && handler(fitting));
    }

    public void AddLast(Action<object> handler)
    {
        Add<object>(message =>
        {
            handler(message);
            return true;
        });
        _isComplete = true;
    }

    public bool Handle(object message)
    {
        foreach (var handler in _handlers)
        {
            if (handler(message))
                return true;
        }

        return false;
    }
}

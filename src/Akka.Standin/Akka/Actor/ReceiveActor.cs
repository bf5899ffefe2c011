namespace Akka.Actor;

/// <summary>
/// An actor whose behaviour is a list of handlers by type, made in its constructor. The first one that fits gets the message; what none
/// takes is unhandled.
/// </summary>
public abstract class ReceiveActor : UntypedActor
{
    private HandlerList _handlers = new();

    protected ReceiveActor()
    {
        // The list is still empty here; the constructor of the derived class fills it.
        CurrentCell.Become(_handlers.Handle);
    }

    protected sealed override void OnReceive(object message)
    {
        if (!_handlers.Handle(message))
            Unhandled(message);
    }

    protected void Become(Action configure) => CurrentCell.Become(Build(configure));

    protected void BecomeStacked(Action configure) => CurrentCell.BecomeStacked(Build(configure));

    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) => _handlers.Add<T>(message =>
    {
        if (shouldHandle?.Invoke(message) == false)
            return false;
        handler(message);
        return true;
    });

    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    protected void Receive<T>(Func<T, bool> handler) => _handlers.Add(handler);

    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Receive(handler, message => messageType.IsInstanceOfType(message) && shouldHandle?.Invoke(message) != false);

    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    protected void Receive(Type messageType, Func<object, bool> handler) =>
        Receive<object>(message => messageType.IsInstanceOfType(message) && handler(message));

    /// <summary>Takes whatever came so far down the list; nothing can be added after it.</summary>
    protected void ReceiveAny(Action<object> handler) => _handlers.AddLast(handler);

    private Receive Build(Action configure)
    {
        var outer = _handlers;
        var handlers = _handlers = new HandlerList();
        configure();
        _handlers = outer;
        return handlers.Handle;
    }
}

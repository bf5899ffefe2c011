namespace Akka.Actor;

/// <summary>
/// An actor whose behaviour is a list of handlers by type, made in its constructor. The first one that fits gets the message; what none
/// takes is unhandled.
/// </summary>
public abstract class ReceiveActor : UntypedActor
{
    private readonly HandlerList _first = new();
    private HandlerList? _building;

    protected ReceiveActor()
    {
        // Empty as yet: the constructor of the derived class fills it.
        _building = _first;
        CurrentCell.Become(_first.Handle);
    }

    private HandlerList Building => _building ?? throw new InvalidOperationException(
        "You may only call Receive-methods when constructing the actor and inside Become().");

    protected sealed override void OnReceive(object message)
    {
        if (!_first.Handle(message))
            Unhandled(message);
    }

    protected void Become(Action configure) => CurrentCell.Become(Build(configure));

    protected void BecomeStacked(Action configure) => CurrentCell.BecomeStacked(Build(configure));

    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) => Building.Add<T>(message =>
    {
        if (shouldHandle?.Invoke(message) == false)
            return false;
        handler(message);
        return true;
    });

    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    protected void Receive<T>(Func<T, bool> handler) => Building.Add(handler);

    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Receive(handler, message => messageType.IsInstanceOfType(message) && shouldHandle?.Invoke(message) != false);

    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    protected void Receive(Type messageType, Func<object, bool> handler) =>
        Receive<object>(message => messageType.IsInstanceOfType(message) && handler(message));

    /// <summary>Takes whatever came so far down the list; nothing can be added after it.</summary>
    protected void ReceiveAny(Action<object> handler) => Building.AddLast(handler);

    internal override void Constructed() => _building = null;

    private Receive Build(Action configure)
    {
        var outer = _building;
        var handlers = _building = new HandlerList();
        configure();
        _building = outer;
        return handlers.Handle;
    }
}

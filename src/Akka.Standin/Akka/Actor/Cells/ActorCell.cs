using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>
/// Everything about one actor that outlives its instance: mailbox, children, who watches whom, the behaviour, the state of a failure.
/// Touched only by the thread that runs the mailbox, but for the children, which a system's guardians get from outside.
/// </summary>
internal sealed partial class ActorCell : IUntypedActorContext
{
    [ThreadStatic]
    private static ActorCell? _current;

    private Stack<Receive>? _lower;
    private readonly InternalActorRef _parent;
    private ActorBase? _actor;
    private Receive _behavior = NoBehavior;
    private object? _message;
    private IActorRef? _sender;

    public ActorCell(ActorSystemImpl system, LocalActorRef self, Props props, InternalActorRef parent)
    {
        SystemImpl = system;
        SelfRef = self;
        Props = props;
        _parent = parent;
        Mailbox = new Mailbox(this, system.Settings.Throughput);
    }

    /// <summary>The actor that this thread runs now.</summary>
    public static ActorCell? Current
    {
        get => _current;
        set => _current = value;
    }

    public ActorSystemImpl SystemImpl { get; }

    public Mailbox Mailbox { get; }

    public Props Props { get; }

    public LocalActorRef SelfRef { get; }

    public ActorSystem System => SystemImpl;

    public IActorRef Self => SelfRef;

    public IActorRef Sender => _sender ?? SystemImpl.DeadLetters;

    public IActorRef Parent => _parent;

    public bool IsTerminated => Mailbox.IsClosed;

    /// <summary>The message being handled.</summary>
    public object? CurrentMessage => _message;

    /// <summary>Tells one handling of a message from the next, so that none is stashed twice.</summary>
    public long CurrentMessageNumber { get; private set; }

    /// <summary>Whether the event stream has to be told of the end.</summary>
    public bool IsSubscribed { get; set; }

    private Type ActorType => _actor?.GetType() ?? Props.Type;

    public void Become(Receive receive)
    {
        _lower?.Clear();
        _behavior = receive;
    }

    public void BecomeStacked(Receive receive)
    {
        (_lower ??= []).Push(_behavior);
        _behavior = receive;
    }

    public void Become(UntypedReceive receive) => Become(Handling(receive));

    public void BecomeStacked(UntypedReceive receive) => BecomeStacked(Handling(receive));

    public void UnbecomeStacked()
    {
        if (_lower?.TryPop(out var lower) == true)
            _behavior = lower;
    }

    private static bool NoBehavior(object message) => false;

    private static Receive Handling(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };
}

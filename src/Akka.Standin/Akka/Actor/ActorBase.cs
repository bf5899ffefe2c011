using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The root of all actors. One instance handles one message at a time; it is made by its system from <see cref="Props"/>, replaced by a
/// new instance when it is restarted, and never touched from outside.
/// </summary>
public abstract class ActorBase
{
    private SupervisorStrategy? _strategy;

    protected ActorBase()
    {
        var cell = ActorCell.Current ?? throw new ActorInitializationException(
            "An actor is not made with 'new': hand its Props to ActorOf of a context or a system.");
        if (this is IWithTimers withTimers)
            withTimers.Timers = cell.NewTimers();
        if (this is IActorStash withStash)
            withStash.Stash = cell.NewStash();
        cell.Become(Receive);
    }

    /// <exception cref="NotSupportedException">No actor runs on this thread now, as in the continuation of a task.</exception>
    protected static IActorContext Context => CurrentCell;

    protected static Receive EmptyReceive { get; } = _ => false;

    protected IActorRef Self => CurrentCell.Self;

    protected IActorRef Sender => CurrentCell.Sender;

    internal SupervisorStrategy Strategy => _strategy ??= CurrentCell.Props.SupervisorStrategy ?? SupervisorStrategy();

    internal static ActorCell CurrentCell => ActorCell.Current ?? throw new NotSupportedException(
        "There is no active ActorContext: an actor's members are its own only while it handles a message, not in a task it started.");

    /// <summary>The first behaviour. False: not handled.</summary>
    protected abstract bool Receive(object message);

    /// <summary>A message came that this actor does not know. The end of a watched actor is not to be overlooked: it throws.</summary>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated)
            throw new DeathPactException(terminated.ActorRef);
        CurrentCell.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    /// <summary>How this actor answers the failures of its children.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;

    protected void Become(Receive receive) => CurrentCell.Become(receive);

    protected void BecomeStacked(Receive receive) => CurrentCell.BecomeStacked(receive);

    protected void UnbecomeStacked() => CurrentCell.UnbecomeStacked();

    protected void SetReceiveTimeout(TimeSpan? timeout) => CurrentCell.SetReceiveTimeout(timeout);

    /// <summary>Before the first message, and after a restart unless <see cref="PostRestart"/> says otherwise.</summary>
    protected virtual void PreStart()
    {
    }

    /// <summary>After the last message, and before a restart unless <see cref="PreRestart"/> says otherwise.</summary>
    protected virtual void PostStop()
    {
    }

    /// <summary>Called on the failed instance. Stops all children, then <see cref="PostStop"/>.</summary>
    protected virtual void PreRestart(Exception reason, object message)
    {
        foreach (var child in Context.GetChildren())
        {
            Context.Unwatch(child);
            Context.Stop(child);
        }

        PostStop();
    }

    /// <summary>Called on the new instance.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    internal void Handle(Receive behavior, object message)
    {
        if (!behavior(message))
            Unhandled(message);
    }

    /// <summary>All constructors have run.</summary>
    internal virtual void Constructed()
    {
    }

    internal void Started() => PreStart();

    internal void Restarting(Exception cause, object? message) => PreRestart(cause, message!);

    internal void Restarted(Exception cause) => PostRestart(cause);

    internal void Stopped() => PostStop();
}

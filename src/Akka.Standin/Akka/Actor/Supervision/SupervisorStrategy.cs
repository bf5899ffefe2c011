using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>How a supervisor answers the failures of its children.</summary>
public abstract class SupervisorStrategy
{
    public static readonly IDecider DefaultDecider = Actor.Decider.From(
        Directive.Restart,
        Directive.Stop.When<ActorInitializationException>(),
        Directive.Stop.When<ActorKilledException>(),
        Directive.Stop.When<DeathPactException>());

    /// <summary>Restarts what failed; stops it when it could not start, was killed or overlooked the end of one it watched.</summary>
    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    /// <summary>Stops what failed.</summary>
    public static readonly OneForOneStrategy StoppingStrategy = new(_ => Directive.Stop);

    private protected SupervisorStrategy(int maxNumberOfRetries, int withinTimeRangeMilliseconds, IDecider decider, bool loggingEnabled)
    {
        MaxNumberOfRetries = maxNumberOfRetries;
        WithinTimeRangeMilliseconds = withinTimeRangeMilliseconds;
        Decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    public IDecider Decider { get; }

    /// <summary>How many restarts a child may have within the time; less than 0 for any number.</summary>
    private protected int MaxNumberOfRetries { get; }

    /// <summary>0 or less: the number counts for good.</summary>
    private protected int WithinTimeRangeMilliseconds { get; }

    protected bool LoggingEnabled { get; }

    /// <summary>False: the failure is the supervisor's own now.</summary>
    internal bool HandleFailure(ActorCell supervisor, ChildStats child, Exception cause, IReadOnlyCollection<ChildStats> children)
    {
        var directive = Decider.Decide(cause);
        Log(supervisor.SystemImpl, child.Ref, cause, directive);
        switch (directive)
        {
            case Directive.Resume:
                child.Ref.SendSystemMessage(new Resume(cause));
                return true;
            case Directive.Restart or Directive.Stop:
                Apply(supervisor, directive, child, cause, children);
                return true;
            default:
                return false;
        }
    }

    private protected abstract void Apply(
        ActorCell supervisor, Directive directive, ChildStats child, Exception cause, IReadOnlyCollection<ChildStats> children);

    private protected bool MayRestart(ChildStats child) => child.MayRestart(MaxNumberOfRetries, WithinTimeRangeMilliseconds);

    private void Log(ActorSystem system, IActorRef child, Exception cause, Directive directive)
    {
        if (!LoggingEnabled || directive == Directive.Escalate)
            return;

        var message = cause is ActorInitializationException { InnerException: { } reason } ? reason.Message : cause.Message;
        var source = child.Path.ToString();
        system.EventStream.Publish(directive == Directive.Resume
            ? new Warning(cause, source, GetType(), message)
            : new Error(cause, source, GetType(), message));
    }
}

using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private TimerScheduler? _timers;
    private MailboxStash? _stash;

    public void Create()
    {
        try
        {
            _actor = NewActor();
            _actor.Started();
            RestartReceiveTimeout();
        }
        catch (Exception cause)
        {
            _timers?.CancelAll();
            ForgetActor();
            throw new ActorInitializationException(Self, "Exception during creation", cause);
        }
    }

    /// <summary>First the children, then the actor itself; until then it hears no more messages.</summary>
    public void Terminate()
    {
        SetReceiveTimeout(null);
        UnwatchAll();
        StopChildren();
        var wasTerminating = _children.IsTerminating;
        if (!_children.Await(AwaitedChildren.ForTermination))
        {
            FinishTerminate();
        }
        else if (!wasTerminating)
        {
            Mailbox.Suspend();
            _failed = Self;
        }
    }

    /// <summary>The timers of a new instance; those of the one before are over.</summary>
    public ITimerScheduler NewTimers() => _timers = new TimerScheduler(this);

    /// <summary>The stash of a new instance; what was in it went back to the mailbox.</summary>
    public IStash NewStash() => _stash = new MailboxStash(this);

    private ActorBase NewActor()
    {
        _lower = null;
        _behavior = NoBehavior;
        var actor = Props.NewActor();
        actor.Constructed();
        return actor;
    }

    private void ForgetActor()
    {
        _actor = null;
        _lower = null;
        _behavior = NoBehavior;
    }

    private void FinishTerminate()
    {
        _timers?.CancelAll();
        try
        {
            _actor?.Stopped();
        }
        catch (Exception failure)
        {
            Publish(new Error(failure, Self.Path.ToString(), ActorType, failure.Message));
        }

        _stash?.UnstashAll();
        Mailbox.Close();
        SystemImpl.EventStream.ForgetTerminated(SelfRef);
        (_parent as LocalActorRef)?.Cell._children.FreeName(SelfRef);
        TellWatchers();
        _parent.SendSystemMessage(new DeathWatchNotification(SelfRef, existenceConfirmed: true));
        UnwatchAll();
        ForgetActor();
        (_message, _sender) = (null, null);
    }
}

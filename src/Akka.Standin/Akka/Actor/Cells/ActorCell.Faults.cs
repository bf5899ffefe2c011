using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    // Who failed while this actor waits for its supervisor's verdict: itself, or the child whose failure it escalated.
    private IActorRef? _failed;
    private Failed? _escalated;
    private Exception? _recreationCause;

    public void SuspendAll()
    {
        Mailbox.Suspend();
        SuspendChildren(except: null);
    }

    public void Resume(Exception? causedByFailure)
    {
        if (_actor is null && causedByFailure is not null && !_children.IsTerminating)
        {
            // It failed when it was created: there is nothing that could go on.
            Recreate(causedByFailure);
            return;
        }

        var failed = _failed;
        Mailbox.Resume();
        if (causedByFailure is not null)
            _failed = null;
        foreach (var child in _children.All())
            child.Ref.SendSystemMessage(new Resume(ReferenceEquals(child.Ref, failed) ? causedByFailure : null));
    }

    public void Recreate(Exception cause)
    {
        if (_children.IsTerminating)
        {
            Resume(null);
            return;
        }

        _recreationCause = cause;
        var reason = _actor is null ? AwaitedChildren.ForCreation : AwaitedChildren.ForRestart;
        if (_actor is { } actor)
            PrepareRestart(actor, cause);
        else
            PrepareCreation();
        if (!_children.Await(reason))
            FinishAwaiting(reason);
    }

    public void HandleFailed(Failed failure)
    {
        _sender = failure.Child;
        _escalated = failure;
        try
        {
            if (_children.TryFind(failure.Child, out var child) && _actor is { } actor
                && !actor.Strategy.HandleFailure(this, child, failure.Cause, _children.All()))
            {
                HandleInvokeFailure(failure.Cause);
            }
        }
        catch (Exception unableToDecide)
        {
            HandleInvokeFailure(unableToDecide);
        }
        finally
        {
            _escalated = null;
        }
    }

    private void PrepareRestart(ActorBase actor, Exception cause)
    {
        _timers?.CancelAll();
        try
        {
            actor.Restarting(cause, _message);
        }
        catch (Exception failure)
        {
            Publish(new Error(new PreRestartException(Self, failure, cause, _message), Self.Path.ToString(), ActorType, failure.Message));
        }

        _stash?.UnstashAll();
    }

    private void PrepareCreation()
    {
        SetReceiveTimeout(null);
        StopChildren();
    }

    private void FinishAwaiting(AwaitedChildren reason)
    {
        switch (reason)
        {
            case AwaitedChildren.ForCreation:
                LiftFailure();
                Create();
                break;
            case AwaitedChildren.ForRestart:
                FinishRecreate();
                break;
            case AwaitedChildren.ForTermination:
                FinishTerminate();
                break;
        }
    }

    private void FinishRecreate()
    {
        var cause = _recreationCause!;
        var survivors = _children.All();
        try
        {
            LiftFailure();
            _actor = null;
            _actor = NewActor();
            _actor.Restarted(cause);
            RestartReceiveTimeout();
            foreach (var child in survivors)
                child.Ref.SendSystemMessage(new Recreate(cause));
        }
        catch (Exception failure)
        {
            HandleInvokeFailure(new PostRestartException(Self, failure, cause), survivors);
        }
    }

    private void LiftFailure()
    {
        Mailbox.Resume();
        _failed = null;
    }

    /// <summary>Stands still with all children and asks the supervisor what is to be done.</summary>
    /// <param name="cause">What went wrong.</param>
    /// <param name="stillSuspended">Children that an earlier failure has suspended already.</param>
    private void HandleInvokeFailure(Exception cause, ChildStats[]? stillSuspended = null)
    {
        if (_failed is not null || IsTerminated)
            return;

        Mailbox.Suspend();
        _failed = (IActorRef?)_escalated?.Child ?? Self;
        if (stillSuspended is null)
            SuspendChildren(except: _escalated?.Child);
        _parent.SendSystemMessage(new Failed(SelfRef, cause));
    }

    private void SuspendChildren(IActorRef? except)
    {
        foreach (var child in _children.All())
        {
            if (!ReferenceEquals(child.Ref, except))
                child.Ref.SendSystemMessage(new Suspend());
        }
    }

    private void Publish(LogEvent logEvent) => SystemImpl.EventStream.Publish(logEvent);
}

using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    // The value is what is to come instead of Terminated, if anything.
    private Dictionary<IActorRef, object?>? _watching;
    private Dictionary<IActorRef, object?>? _terminatedInMailbox;
    private HashSet<InternalActorRef>? _watchedBy;

    public IActorRef Watch(IActorRef subject) => Watch(subject, null);

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Watch(subject, message);
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (_watching?.Remove(subject) == true)
            ((InternalActorRef)subject).SendSystemMessage(new Unwatch(SelfRef));
        _terminatedInMailbox?.Remove(subject);
        return subject;
    }

    public void AddWatcher(InternalActorRef watcher) => (_watchedBy ??= []).Add(watcher);

    public void RemoveWatcher(InternalActorRef watcher) => _watchedBy?.Remove(watcher);

    public void WatchedActorTerminated(InternalActorRef actor, bool existenceConfirmed)
    {
        if (_watching?.Remove(actor, out var message) == true && !_children.IsTerminating)
        {
            // In the mailbox it keeps its place after everything that the dead one said.
            SelfRef.Tell(new Terminated(actor, existenceConfirmed, addressTerminated: false), actor);
            (_terminatedInMailbox ??= [])[actor] = message;
        }

        FinishAwaiting(_children.Remove(actor));
    }

    /// <summary>A <see cref="Terminated"/> goes back into the mailbox.</summary>
    public void AwaitTerminated(IActorRef actor) => (_terminatedInMailbox ??= [])[actor] = null;

    private IActorRef Watch(IActorRef subject, object? message)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject is InternalActorRef actor && !ReferenceEquals(actor, SelfRef) && (_watching ??= []).TryAdd(actor, message))
            actor.SendSystemMessage(new Watch(SelfRef));
        return subject;
    }

    private void ReceiveTerminated(Terminated terminated)
    {
        if (_terminatedInMailbox?.Remove(terminated.ActorRef, out var message) == true)
            _actor!.Handle(_behavior, message ?? terminated);
    }

    private void TellWatchers()
    {
        foreach (var watcher in _watchedBy ?? [])
        {
            if (!ReferenceEquals(watcher, _parent))
                watcher.SendSystemMessage(new DeathWatchNotification(SelfRef, existenceConfirmed: true));
        }

        _watchedBy = null;
    }

    private void UnwatchAll()
    {
        foreach (var (actor, _) in _watching ?? [])
            ((InternalActorRef)actor).SendSystemMessage(new Unwatch(SelfRef));
        _watching = null;
        _terminatedInMailbox = null;
    }
}

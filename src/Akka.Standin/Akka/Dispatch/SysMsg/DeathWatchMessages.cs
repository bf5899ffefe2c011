using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

internal sealed class Watch(InternalActorRef watcher) : SystemMessage
{
    public InternalActorRef Watcher { get; } = watcher;

    public override void Invoke(ActorCell cell) => cell.AddWatcher(Watcher);
}

internal sealed class Unwatch(InternalActorRef watcher) : SystemMessage
{
    public InternalActorRef Watcher { get; } = watcher;

    public override void Invoke(ActorCell cell) => cell.RemoveWatcher(Watcher);
}

internal sealed class DeathWatchNotification(InternalActorRef actor, bool existenceConfirmed) : SystemMessage
{
    public InternalActorRef Actor { get; } = actor;

    public bool ExistenceConfirmed { get; } = existenceConfirmed;

    public override void Invoke(ActorCell cell) => cell.WatchedActorTerminated(Actor, ExistenceConfirmed);
}

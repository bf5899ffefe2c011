using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private readonly Children _children = new();

    public IActorRef ActorOf(Props props, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(props);
        var child = _children.Add(this, props, name);
        child.SendSystemMessage(new Create());
        for (var i = Mailbox.Suspensions; i > 0; i--)
            child.SendSystemMessage(new Suspend());
        return child;
    }

    public IActorRef Child(string name) => _children.Find(name) ?? (IActorRef)ActorRefs.Nobody;

    public IEnumerable<IActorRef> GetChildren() => _children.All().Select(child => child.Ref);

    public void Stop(IActorRef child)
    {
        _children.MarkDying(child);
        (child as InternalActorRef)?.Stop();
    }

    private void StopChildren()
    {
        foreach (var child in _children.All())
            Stop(child.Ref);
    }
}

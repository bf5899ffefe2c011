using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>What every reference can do inside of the library: take system messages, too.</summary>
internal abstract class InternalActorRef : IActorRef
{
    public abstract ActorPath Path { get; }

    public virtual bool IsTerminated => false;

    public virtual InternalActorRef? Parent => null;

    public abstract void Tell(object message, IActorRef sender);

    public virtual void SendSystemMessage(SystemMessage message)
    {
    }

    public virtual void Stop()
    {
    }

    public virtual IActorRef GetChild(string name) => ActorRefs.Nobody;

    public bool Equals(IActorRef? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public int CompareTo(IActorRef? other)
    {
        if (ReferenceEquals(this, other))
            return 0;
        var byPath = Path.CompareTo(other?.Path);
        return byPath != 0 ? byPath : Path.Uid.CompareTo(other!.Path.Uid);
    }

    public int CompareTo(object? obj) => CompareTo(obj as IActorRef);

    public override string ToString() => $"[{Path.ToStringWithUid()}]";
}

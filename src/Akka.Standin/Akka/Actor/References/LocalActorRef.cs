using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The reference of an actor that runs in this process.</summary>
internal sealed class LocalActorRef : InternalActorRef
{
    public LocalActorRef(ActorSystemImpl system, Props props, InternalActorRef parent, ActorPath path)
    {
        Path = path;
        Parent = parent;
        Cell = new ActorCell(system, this, props, parent);
    }

    public override ActorPath Path { get; }

    public override InternalActorRef Parent { get; }

    public ActorCell Cell { get; }

    public override bool IsTerminated => Cell.IsTerminated;

    public override void Tell(object message, IActorRef sender) => Cell.Mailbox.Post(message, sender);

    public override void SendSystemMessage(SystemMessage message) => Cell.Mailbox.PostSystem(message);

    public override void Stop() => SendSystemMessage(new Terminate());

    public override IActorRef GetChild(string name) => Cell.Child(name);
}

using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Stands above the guardians. A failure that comes so far ends the system.</summary>
internal sealed class RootGuardian(ActorPath path, ActorSystemImpl system) : InternalActorRef
{
    public override ActorPath Path { get; } = path;

    public override void Tell(object message, IActorRef sender) => system.Undelivered(message, sender, this);

    public override void SendSystemMessage(SystemMessage message)
    {
        switch (message)
        {
            case Failed failed:
                system.EventStream.Publish(new Error(
                    failed.Cause, Path.ToString(), GetType(), $"guardian {failed.Child} failed, shutting down!"));
                system.FinalTerminate();
                failed.Child.Stop();
                break;
            case DeathWatchNotification notification:
                system.GuardianTerminated(notification.Actor);
                break;
        }
    }
}

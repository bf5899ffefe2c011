using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Watches one actor; the end of it is the end of a task.</summary>
internal sealed class DeathWatcher(InternalActorRef watched) : InternalActorRef
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ActorPath Path { get; } = watched.Path.Root / "temp" / TemporaryNames.Next();

    public Task Task => _end.Task;

    public override void Tell(object message, IActorRef sender)
    {
    }

    public override void SendSystemMessage(SystemMessage message)
    {
        if (message is DeathWatchNotification)
            _end.TrySetResult();
    }
}

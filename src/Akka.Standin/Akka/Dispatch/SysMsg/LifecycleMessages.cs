using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

internal sealed class Create : SystemMessage
{
    public override void Invoke(ActorCell cell) => cell.Create();
}

internal sealed class Suspend : SystemMessage
{
    public override bool WaitsForChildren => true;

    public override void Invoke(ActorCell cell) => cell.SuspendAll();
}

/// <param name="causedByFailure">The failure this is the verdict on; null when a supervisor further up was resumed.</param>
internal sealed class Resume(Exception? causedByFailure) : SystemMessage
{
    public override bool WaitsForChildren => true;

    public override void Invoke(ActorCell cell) => cell.Resume(causedByFailure);
}

internal sealed class Recreate(Exception cause) : SystemMessage
{
    public override bool WaitsForChildren => true;

    public override void Invoke(ActorCell cell) => cell.Recreate(cause);
}

internal sealed class Terminate : SystemMessage
{
    public override void Invoke(ActorCell cell) => cell.Terminate();
}

internal sealed class Failed(LocalActorRef child, Exception cause) : SystemMessage
{
    public LocalActorRef Child { get; } = child;

    public Exception Cause { get; } = cause;

    public override bool WaitsForChildren => true;

    public override bool WaitsForResume => true;

    public override void Invoke(ActorCell cell) => cell.HandleFailed(this);
}

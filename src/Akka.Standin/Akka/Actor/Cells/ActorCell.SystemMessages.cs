using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private List<SystemMessage>? _deferred;

    public void InvokeSystem(SystemMessage message)
    {
        if (MustWait(message))
        {
            (_deferred ??= []).Add(message);
            return;
        }

        Handle(message);
        HandleDeferred();
    }

    /// <summary>A step may have let one go on that had to wait; each of them in its turn may do the same.</summary>
    private void HandleDeferred()
    {
        while (_deferred?.FindIndex(message => !MustWait(message)) is int index and >= 0)
        {
            var message = _deferred[index];
            _deferred.RemoveAt(index);
            Handle(message);
        }
    }

    private bool MustWait(SystemMessage message) => !IsTerminated &&
        ((message.WaitsForChildren && _children.AwaitedForStart) || (message.WaitsForResume && Mailbox.IsSuspended));

    private void Handle(SystemMessage message)
    {
        if (IsTerminated)
        {
            SystemImpl.Undelivered(message, Self);
            return;
        }

        try
        {
            message.Invoke(this);
        }
        catch (Exception failure)
        {
            HandleInvokeFailure(failure);
        }
    }
}

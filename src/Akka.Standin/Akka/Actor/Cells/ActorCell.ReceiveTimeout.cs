namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private TimeSpan? _receiveTimeout;
    private ICancelable? _receiveTimeoutTimer;

    public TimeSpan? ReceiveTimeout => _receiveTimeout;

    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        CancelReceiveTimeout();
        _receiveTimeout = timeout;
    }

    /// <summary>Runs the clock unless it runs already.</summary>
    private void RestartReceiveTimeout()
    {
        if (_receiveTimeout is { } timeout)
        {
            _receiveTimeoutTimer ??= System.Scheduler.ScheduleTellOnceCancelable(
                timeout, Self, Actor.ReceiveTimeout.Instance, Self);
        }
    }

    private void CancelReceiveTimeout()
    {
        _receiveTimeoutTimer?.Cancel();
        _receiveTimeoutTimer = null;
    }
}

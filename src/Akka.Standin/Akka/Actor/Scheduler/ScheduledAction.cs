namespace Akka.Actor;

/// <summary>An action that is done when it is due.</summary>
internal sealed class ScheduledAction(HashedWheelTimerScheduler scheduler, ICancelable? cancelable, Action action)
    : ScheduledWork(scheduler, cancelable)
{
    protected override void Do() => action();
}

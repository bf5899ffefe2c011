namespace Akka.Actor;

/// <summary>A message that is told when it is due.</summary>
internal sealed class ScheduledTell(
    HashedWheelTimerScheduler scheduler, ICancelable? cancelable, ICanTell receiver, object message, IActorRef sender)
    : ScheduledWork(scheduler, cancelable)
{
    protected override void Do() => receiver.Tell(message, sender);
}

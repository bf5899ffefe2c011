using System.Diagnostics;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The scheduler of real time, named as configurations name it. The timers of the runtime do the work.</summary>
public sealed class HashedWheelTimerScheduler(Config scheduler, ILoggingAdapter log) : SchedulerBase(scheduler, log), IDisposable
{
    private volatile bool _stopped;

    public override TimeSpan MonotonicClock => TimeSpan.FromMilliseconds(Environment.TickCount64);

    public override TimeSpan HighResMonotonicClock => Stopwatch.GetElapsedTime(0);

    protected override DateTimeOffset TimeNow => DateTimeOffset.UtcNow;

    internal bool IsStopped => _stopped;

    /// <summary>What is still due is dropped.</summary>
    public void Dispose() => _stopped = true;

    internal void ReportFailure(Exception failure) => Log.Error(failure, "A scheduled action failed");

    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable) =>
        Start(new ScheduledTell(this, cancelable, receiver, message, sender), delay, Timeout.InfiniteTimeSpan);

    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable) =>
        Start(new ScheduledTell(this, cancelable, receiver, message, sender), initialDelay, interval);

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Start(new ScheduledAction(this, cancelable, action), delay, Timeout.InfiniteTimeSpan);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Start(new ScheduledAction(this, cancelable, action), initialDelay, interval);

    private void Start(ScheduledWork work, TimeSpan delay, TimeSpan interval)
    {
        if (_stopped)
            throw new SchedulerException("cannot enqueue after timer shutdown");
        work.Start(delay, interval);
    }
}

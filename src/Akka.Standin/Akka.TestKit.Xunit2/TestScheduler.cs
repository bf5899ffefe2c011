using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>
/// A scheduler whose time passes only by <see cref="Advance"/>. What repeats is due once in each of them, however long it is: advance
/// one interval at a time.
/// </summary>
public class TestScheduler : IScheduler, IAdvancedScheduler
{
    private readonly Lock _lock = new();
    private readonly List<Scheduled> _scheduled = [];
    private DateTimeOffset _now = DateTimeOffset.UtcNow;

    public TestScheduler(Config schedulerConfig, ILoggingAdapter log)
    {
    }

    public DateTimeOffset Now => _now;

    public TimeSpan MonotonicClock => TimeSpan.FromMilliseconds(Environment.TickCount64);

    public TimeSpan HighResMonotonicClock => System.Diagnostics.Stopwatch.GetElapsedTime(0);

    public IAdvancedScheduler Advanced => this;

    /// <summary>Lets time pass; what is due then is done before this returns, in the order of time.</summary>
    public void Advance(TimeSpan offset)
    {
        List<Scheduled> due;
        lock (_lock)
        {
            _now += offset;
            due = [.. _scheduled.Where(work => work.Time <= _now).OrderBy(work => work.Time)];
            _scheduled.RemoveAll(work => work.Time <= _now);
            foreach (var work in due)
            {
                if (work.Interval is { } interval)
                    _scheduled.Add(work with { Time = _now + interval });
            }
        }

        foreach (var work in due.Where(work => work.Cancelable is not { IsCancellationRequested: true }))
            work.Action();
    }

    public void AdvanceTo(DateTimeOffset when)
    {
        if (when < _now)
            throw new InvalidOperationException("Time does not go back");
        Advance(when - _now);
    }

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, null);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable) =>
        ScheduleOnce(delay, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, null);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable? cancelable) =>
        ScheduleRepeatedly(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnce(delay, action, null);

    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) => Schedule(delay, null, action, cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        ScheduleRepeatedly(initialDelay, interval, action, null);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, action, cancelable);

    private void Schedule(TimeSpan delay, TimeSpan? interval, Action action, ICancelable? cancelable)
    {
        lock (_lock)
        {
            _scheduled.RemoveAll(work => work.Cancelable is { IsCancellationRequested: true });
            _scheduled.Add(new Scheduled(_now + delay, interval, action, cancelable));
        }
    }

    private sealed record Scheduled(DateTimeOffset Time, TimeSpan? Interval, Action Action, ICancelable? Cancelable);
}

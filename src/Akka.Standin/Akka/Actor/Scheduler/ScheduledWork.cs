namespace Akka.Actor;

/// <summary>Something that is due once or again and again, until it is cancelled or the scheduler stops.</summary>
internal abstract class ScheduledWork
{
    // More than this the runtime's timers do not take.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    private readonly HashedWheelTimerScheduler _scheduler;
    private readonly ICancelable? _cancelable;
    private readonly Timer _timer;
    private CancellationTokenRegistration _cancellation;
    private bool _once;

    protected ScheduledWork(HashedWheelTimerScheduler scheduler, ICancelable? cancelable)
    {
        _scheduler = scheduler;
        _cancelable = cancelable;
        _timer = new Timer(static work => ((ScheduledWork)work!).Due(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Start(TimeSpan delay, TimeSpan interval)
    {
        _once = interval == Timeout.InfiniteTimeSpan;
        if (_cancelable is not null)
            _cancellation = _cancelable.Token.UnsafeRegister(static work => ((ScheduledWork)work!)._timer.Dispose(), this);
        try
        {
            _timer.Change(NotBefore(delay), _once ? interval : RoundUp(interval));
        }
        catch (ObjectDisposedException)
        {
            // Cancelled before it began.
        }
    }

    protected abstract void Do();

    // A timer counts the beats of a clock of milliseconds, and begins between two of them: nothing may come too early.
    private static TimeSpan NotBefore(TimeSpan delay) =>
        delay > TimeSpan.Zero ? RoundUp(delay) + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero;

    private static TimeSpan RoundUp(TimeSpan time) =>
        TimeSpan.FromMilliseconds(Math.Ceiling((time < Longest ? time : Longest).TotalMilliseconds));

    private void Due()
    {
        if (_once || _scheduler.IsStopped)
        {
            _timer.Dispose();
            _cancellation.Unregister();
        }

        if (_scheduler.IsStopped || _cancelable is { IsCancellationRequested: true })
            return;
        try
        {
            Do();
        }
        catch (Exception failure)
        {
            _scheduler.ReportFailure(failure);
        }
    }
}

namespace Akka.Actor;

/// <summary>The timers of one instance of an actor. The message of a running timer is the timer.</summary>
internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    private readonly Dictionary<object, TimerMessage> _timers = [];

    public IReadOnlyCollection<object> ActiveTimers => _timers.Keys;

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) =>
        StartPeriodicTimer(key, msg, interval, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) =>
        StartPeriodicTimer(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        StartPeriodicTimer(key, msg, initialDelay, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender)
    {
        var timer = Replace(key, msg, repeats: true);
        timer.Task = cell.System.Scheduler.ScheduleTellRepeatedlyCancelable(initialDelay, interval, cell.Self, timer, sender);
    }

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) =>
        StartSingleTimer(key, msg, timeout, ActorRefs.NoSender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender)
    {
        var timer = Replace(key, msg, repeats: false);
        timer.Task = cell.System.Scheduler.ScheduleTellOnceCancelable(timeout, cell.Self, timer, sender);
    }

    public bool IsTimerActive(object key) => _timers.ContainsKey(key);

    public void Cancel(object key)
    {
        if (_timers.Remove(key, out var timer))
            timer.Task?.Cancel();
    }

    public void CancelAll()
    {
        foreach (var timer in _timers.Values)
            timer.Task?.Cancel();
        _timers.Clear();
    }

    /// <summary>Whether this message, now at the head of the mailbox, comes from a timer that still runs.</summary>
    public bool Accept(TimerMessage timer)
    {
        if (!_timers.TryGetValue(timer.Key, out var running) || !ReferenceEquals(running, timer))
            return false;
        if (!timer.Repeats)
            _timers.Remove(timer.Key);
        return true;
    }

    private TimerMessage Replace(object key, object message, bool repeats)
    {
        Cancel(key);
        return _timers[key] = new TimerMessage(this, key, message, repeats);
    }
}

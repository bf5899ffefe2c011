namespace LanChat.Server.Sockets;

/// <summary>
/// Allows one log entry per period, for events that may be frequent. Thread-safe.
/// </summary>
internal sealed class LogThrottle(TimeSpan period, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private long? _last;

    /// <summary>Returns true if the entry may be logged now, which starts a new period.</summary>
    public bool TryAcquire()
    {
        lock (_lock)
        {
            if (_last is { } last && clock.GetElapsedTime(last) < period) return false;
            _last = clock.GetTimestamp();
            return true;
        }
    }
}

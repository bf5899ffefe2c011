namespace LanChat.Server.Connections;

/// <summary>
/// A token bucket that reserves tokens: a caller gets its token at once and waits until the token
/// is due, so callers are served in order. Thread-safe; measures monotonic time.
/// </summary>
/// <param name="burst">Tokens available at once.</param>
/// <param name="rate">Tokens added per second; 0 disables the limit.</param>
/// <param name="clock">The source of time.</param>
internal sealed class TokenBucket(int burst, int rate, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly long _interval = rate == 0 ? 0 : clock.TimestampFrequency / rate;
    private long _fullAt = long.MinValue;

    /// <summary>Whether the bucket is as full as a new one.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock) return _fullAt <= clock.GetTimestamp();
        }
    }

    /// <summary>Acquires one token; returns the delay until it is available.</summary>
    public TimeSpan Acquire()
    {
        if (rate == 0) return TimeSpan.Zero;
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            _fullAt = Math.Max(_fullAt, now) + _interval;
            var early = _fullAt - now - (burst * _interval);
            return early > 0 ? clock.GetElapsedTime(0, early) : TimeSpan.Zero;
        }
    }

    /// <summary>Returns an unused token; later callers get it.</summary>
    public void Release()
    {
        lock (_lock) _fullAt -= _interval;
    }
}

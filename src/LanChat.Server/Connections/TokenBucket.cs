namespace LanChat.Server.Connections;

/// <summary>
/// Lets so many pass at once, and so many a second from then on. Whoever has to wait keeps their place: of two who share it, nobody is let
/// through before somebody who came earlier. Thread-safe; a clock that is set changes nothing.
/// </summary>
/// <param name="burst">How many pass at once.</param>
/// <param name="rate">How many pass a second; 0: all of them, always.</param>
/// <param name="clock">Counts the time.</param>
internal sealed class TokenBucket(int burst, int rate, TimeProvider clock)
{
    private readonly Lock _taking = new();
    private readonly long _interval = rate == 0 ? 0 : clock.TimestampFrequency / rate;
    private long _fullAt = long.MinValue;

    /// <summary>Whether it is as it was before anybody took from it.</summary>
    public bool IsFull
    {
        get
        {
            lock (_taking) return _fullAt <= clock.GetTimestamp();
        }
    }

    /// <summary>Takes one token, and tells how long to wait until it is there.</summary>
    public TimeSpan Acquire()
    {
        if (rate == 0) return TimeSpan.Zero;
        lock (_taking)
        {
            var now = clock.GetTimestamp();
            _fullAt = Math.Max(_fullAt, now) + _interval;
            var early = _fullAt - now - (burst * _interval);
            return early > 0 ? clock.GetElapsedTime(0, early) : TimeSpan.Zero;
        }
    }

    /// <summary>Gives back a token that was waited for in vain, to those who come later.</summary>
    public void Release()
    {
        lock (_taking) _fullAt -= _interval;
    }
}

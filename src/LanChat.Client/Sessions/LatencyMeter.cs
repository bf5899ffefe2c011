namespace LanChat.Client.Sessions;

/// <summary>
/// Round-trip time of pings. One ping is measured at a time; a pong with another number is ignored.
/// </summary>
internal sealed class LatencyMeter(TimeProvider clock)
{
    private long _number;
    private long? _since;

    /// <summary>Starts a measurement, and returns the number of the ping to send.</summary>
    public long Begin()
    {
        _since = clock.GetTimestamp();
        return ++_number;
    }

    /// <summary>Ends the measurement; null if this pong does not answer the ping.</summary>
    public TimeSpan? End(long number)
    {
        if (number != _number || _since is not { } since) return null;
        _since = null;
        return clock.GetElapsedTime(since);
    }
}

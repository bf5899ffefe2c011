namespace LanChat.Server.Sockets;

/// <summary>Lets one entry pass in a period, so that what happens a thousand times a second is logged once. Thread-safe.</summary>
internal sealed class LogPace(TimeSpan period, TimeProvider clock)
{
    private readonly Lock _passing = new();
    private long? _last;

    /// <summary>Whether to log it now.</summary>
    public bool TryPass()
    {
        lock (_passing)
        {
            if (_last is { } last && clock.GetElapsedTime(last) < period) return false;
            _last = clock.GetTimestamp();
            return true;
        }
    }
}

using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>
/// Limits the requests of one client with two token buckets: its own and one shared by its IP
/// address. Requests over the limit are delayed; a client that stays over its own limit for
/// <see cref="FloodSettings.Patience"/> is disconnected.
/// </summary>
internal sealed class RateLimiter(FloodSettings settings, TokenBucket ofAddress, TimeProvider clock)
{
    private readonly TokenBucket _own = new(settings.Burst, settings.Rate, clock);
    private long? _overSince;

    /// <summary>
    /// Whether the client was over its own limit for too long. Other clients of the address delay
    /// it, but do not get it disconnected.
    /// </summary>
    public bool IsExceeded => _overSince is { } since && clock.GetElapsedTime(since) >= settings.Patience;

    /// <summary>Acquires a token of each bucket; returns the delay until both are due.</summary>
    public TimeSpan Acquire()
    {
        var (own, shared) = (_own.Acquire(), ofAddress.Acquire());
        if (own == TimeSpan.Zero) _overSince = null;
        else _overSince ??= clock.GetTimestamp();
        return own > shared ? own : shared;
    }

    /// <summary>Returns the last token to the address: its request will not be handled.</summary>
    public void Release() => ofAddress.Release();
}

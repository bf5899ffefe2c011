using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>
/// Limits how fast one client may send, whatever it sends: a burst, then so many a second, and together with everybody at
/// its address somewhat more. A client over the limit is handled later; one that never gets below it is disconnected.
/// </summary>
internal sealed class RateLimiter(FloodSettings settings, TokenBucket ofAddress, TimeProvider clock)
{
    private readonly TokenBucket _own = new(settings.Burst, settings.Rate, clock);
    private long? _overSince;

    /// <summary>
    /// Whether every request had to wait for as long as that may be. Others at the address make a client wait, but not
    /// a flooder.
    /// </summary>
    public bool IsExceeded => _overSince is { } since && clock.GetElapsedTime(since) >= settings.Patience;

    /// <summary>Acquires a token for one request, and tells how long the request has to wait for it.</summary>
    public TimeSpan Acquire()
    {
        var (own, shared) = (_own.Acquire(), ofAddress.Acquire());
        if (own == TimeSpan.Zero) _overSince = null;
        else _overSince ??= clock.GetTimestamp();
        return own > shared ? own : shared;
    }

    /// <summary>Returns the last token: its request will not be handled, and nobody at the address waits for it.</summary>
    public void Release() => ofAddress.Release();
}

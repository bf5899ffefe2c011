using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>
/// How fast one client may say things, whatever they are: so many at once, so many a second from then on, and together with all others of
/// its address so many more. Who is over that is heard later, and who never is below it for long is to be closed.
/// </summary>
internal sealed class FloodGate(FloodSettings settings, TokenBucket ofAddress, TimeProvider clock)
{
    private readonly TokenBucket _own = new(settings.Burst, settings.Rate, clock);
    private long? _overSince;

    /// <summary>
    /// Whether every word had to wait for as long as that may be. What others of its address say counts for nothing here: they slow a client
    /// down, they do not make it a flooder.
    /// </summary>
    public bool IsFlooded => _overSince is { } since && clock.GetElapsedTime(since) >= settings.Patience;

    /// <summary>Counts one more message, and tells how long it has to wait before it is heard.</summary>
    public TimeSpan Take()
    {
        var (own, shared) = (_own.Take(), ofAddress.Take());
        if (own == TimeSpan.Zero) _overSince = null;
        else _overSince ??= clock.GetTimestamp();
        return own > shared ? own : shared;
    }

    /// <summary>What was counted last will never be heard: others of its address do not wait for it.</summary>
    public void GiveBack() => ofAddress.GiveBack();
}

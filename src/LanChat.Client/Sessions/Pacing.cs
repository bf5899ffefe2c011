using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>
/// Client-side token bucket. Stays below the server's rate limit, with half of its burst and four
/// fifths of its rate: the rest is for renames, pongs and network delay.
/// </summary>
/// <param name="limit">The server's rate limit; null for none.</param>
internal sealed class Pacing(RateLimit? limit)
{
    /// <summary>Interval of <see cref="Refill"/> while <see cref="NeedsRefill"/>.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly double _capacity = CapacityOf(limit);
    private readonly double _refill = limit is null ? 0 : limit.Rate * 0.8 * Interval.TotalSeconds;
    private double _tokens = CapacityOf(limit);

    public bool NeedsRefill => _tokens < _capacity;

    /// <summary>Takes a token; false if there is none.</summary>
    public bool TryAcquire()
    {
        if (_tokens < 1) return false;
        _tokens--;
        return true;
    }

    public void Refill() => _tokens = Math.Min(_capacity, _tokens + _refill);

    private static double CapacityOf(RateLimit? limit) =>
        limit is null ? double.PositiveInfinity : Math.Max(1, limit.Burst * 0.5);
}
